import { startDesk } from '../../../local/run/desk-runner.ts';
import type { DeskPlace } from './desk-place.ts';

/** The desk in a process of its own, so that load and desk do not share an event loop. */
const desk = await startDesk({ dataFolder: String(process.argv[2]), seed: false });
process.on('message', () => void desk.stop().then(() => process.exit(0)));
process.on('disconnect', () => void desk.crash().finally(() => process.exit(1)));

const secretEnding = (ending: string): string =>
  desk.model.secrets.find(({ name }) => name.endsWith(ending))?.name ?? '';
process.send?.({
  baseUrl: desk.baseUrl,
  smtpPort: desk.smtpPort,
  awsEndpoint: desk.awsEndpoint,
  region: desk.model.region,
  operator: desk.aws.operator,
  tableName: desk.model.tables[0]?.create.TableName ?? '',
  webhookSecret: secretEnding('/connection/shop-webhook'),
} satisfies DeskPlace);
