import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AwsServices, ChaosOptions } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';
import { readModel } from '../template/read-model.ts';
import { LOCAL, rewriter } from './addresses.ts';
import { prepareAssembly } from './build/prepare-assembly.ts';
import { Faults } from './faults.ts';
import { type Front, openFront } from './front.ts';
import { FunctionSet } from './function-set.ts';
import { markRunning, refuseSecondDesk, unmarkRunning } from './lock.ts';
import { MappingSet } from './mappings/mapping-set.ts';
import { explainPort } from './port-taken.ts';
import { type RunningDesk, runningDesk } from './running-desk.ts';
import { startSchedule } from './schedule/schedule.ts';
import { seedOnce } from './seed-once.ts';
import { deployOnce } from './site/deploy-once.ts';
import { type MailIn, startMailIn } from './smtp/mail-in.ts';
import { type Late, startAws } from './start-aws.ts';
import { Stoppers } from './stoppers.ts';
import { startWebParts } from './web-parts.ts';
import { WebSocketApi } from './websocket/web-socket-api.ts';

export type DeskOptions = {
  /** Everything that survives a restart. */
  dataFolder: string;
  /** A synthesized app; without it this repository's own is built when it changed. */
  assembly?: string;
  /** 0 picks free ports. */
  port?: number;
  smtpPort?: number;
  /** Seed people and topics only. */
  empty?: boolean;
  /** false leaves the folder as it is: nobody can sign in before people are written. */
  seed?: boolean;
  chaos?: ChaosOptions;
  /** Variables set on top of the template's, for every function. */
  env?: Record<string, string>;
  /** First wait before a failed queue message comes again. */
  retrySeconds?: number;
  say?: (line: string) => void;
  /** Ends a start that is still under way; it then throws the signal's reason. */
  signal?: AbortSignal;
};
export type { RunningDesk } from './running-desk.ts';

type Options = DeskOptions & { say: (line: string) => void };

const REPOSITORY = resolve(import.meta.dirname, '../..');

/**
 * Starts the whole desk from its synthesized template, on loopback only.
 * @throws DeskTaken when port or folder belong to somebody else
 */
export async function startDesk(given: DeskOptions): Promise<RunningDesk> {
  const options = {
    ...given,
    dataFolder: resolve(given.dataFolder),
    say: given.say ?? ((): void => {}),
  };
  mkdirSync(options.dataFolder, { recursive: true });
  await refuseSecondDesk(options.dataFolder);
  const stoppers = new Stoppers();
  try {
    return await Promise.race([startAll(options, stoppers), rejectOn(options.signal)]);
  } catch (error) {
    await stoppers.stop({ drains: false });
    throw error;
  }
}

async function startAll(options: Options, stoppers: Stoppers): Promise<RunningDesk> {
  const { front, port } = await listen(options.port ?? 0);
  stoppers.add(() => front.stop());
  const assembly = options.assembly ?? (await prepareAssembly(REPOSITORY, options.say)).folder;
  const model = await readModel(assembly);
  options.say(`read the template: ${counted(model)}`);
  return await startParts(options, { front, port, model, stoppers });
}

function rejectOn(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

const counted = (model: DeskModel): string =>
  [
    `${model.functions.length} functions`,
    `${model.queues.length} queues`,
    `${model.alarms.length} alarms (listed only)`,
  ].join(', ');

async function listen(port: number): Promise<{ front: Front; port: number }> {
  try {
    return await openFront(port);
  } catch (error) {
    throw await explainPort(error, { port, variable: 'PORT' });
  }
}

type Started = { front: Front; port: number; model: DeskModel; stoppers: Stoppers };

/** In the order in which parts need each other; they stop in the opposite one. */
async function startParts(
  options: Options,
  { front, port, model, stoppers }: Started,
): Promise<RunningDesk> {
  const { dataFolder, say } = options;
  const base = `http://127.0.0.1:${port}`;
  const late: Late = { sockets: new Map() };
  const aws = await startAws({ ...options, model, warn: say, late });
  stoppers.add(() => aws.stop());
  say(`AWS stand-ins at ${aws.endpoint}`);

  const addresses = { base, aws: aws.endpoint, issuer: base + LOCAL.issuer };
  const rewrite = rewriter(model, addresses);
  const faults = new Faults(options.chaos?.seed);
  const functions = new FunctionSet({ model, aws, rewrite, dataFolder, faults, env: options.env });
  late.functions = functions;
  for (const api of model.webSocketApis) {
    late.sockets.set(api.id, new WebSocketApi({ model: api, functionNamed: functions.named }));
  }
  const about = { product: 'firstline' as const, pid: process.pid, dataFolder, base };
  const web = await startWebParts({
    model,
    aws,
    functions,
    sockets: late.sockets,
    addresses,
    rewrite,
    about,
  });
  stoppers.add(() => web.stop());
  await deployOnce({ model, objects: aws.objects, rewrite, dataFolder });

  const mappings = new MappingSet({
    models: model.mappings,
    aws,
    region: model.region,
    dataFolder,
    retrySeconds: options.retrySeconds ?? 1,
    functionNamed: functions.named,
  });
  late.mappings = mappings;
  // The failures of functions that were ended still have to reach their queues.
  stoppers.addDraining(() => mappings.drained());
  stoppers.add(() => functions.stop());
  stoppers.add(() => late.sockets.forEach((api) => api.stop()));
  stoppers.addDraining(() => mappings.drained());
  const mailIn = await startMail(options, model, aws);
  stoppers.add(() => mailIn.stop());
  mappings.start();
  stoppers.add(() => mappings.stop());
  const schedules = model.schedules.map((schedule) =>
    startSchedule({
      ...model,
      model: schedule,
      functionNamed: functions.named,
      queues: aws.queues,
    }),
  );
  stoppers.add(() => schedules.forEach((schedule) => schedule.stop()));
  front.serve(web);
  markRunning(dataFolder, about);
  say('functions, mappings, schedules and mail are running');

  const desk = runningDesk({
    about,
    issuer: addresses.issuer,
    model,
    aws,
    functions,
    faults,
    calls: web.calls,
    outside: web.outside,
    smtpPort: mailIn.port,
    close: async ({ drains }) => {
      await stoppers.stop({ drains });
      if (drains) unmarkRunning(dataFolder);
    },
  });
  if (options.seed !== false) await seedOnce(desk, { empty: options.empty ?? false, say });
  return desk;
}

async function startMail(options: Options, model: DeskModel, aws: AwsServices): Promise<MailIn> {
  const port = options.smtpPort ?? 0;
  const { region, account, receiptRules } = model;
  try {
    return await startMailIn({
      port,
      region,
      rules: receiptRules,
      store: (bucketName, key, raw) => aws.objects.put(bucketName, key, raw, 'message/rfc822'),
      notify: (topicName, message) =>
        aws.publish(topicName, message, 'Amazon SES Email Receipt Notification'),
      topicArn: (topicName) => `arn:aws:sns:${region}:${account}:${topicName}`,
    });
  } catch (error) {
    throw await explainPort(error, { port, variable: 'SMTP_PORT' });
  }
}
