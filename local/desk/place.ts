import { resolve } from 'node:path';
import * as z from 'zod';
import config from '../../desk.config.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { prepareAssembly } from '../run/build/prepare-assembly.ts';
import { readModel } from '../template/read-model.ts';
import { UsageError } from './command.ts';
import { runningLocalDesk } from './data-folder.ts';

/** Where a command works: credentials and address of AWS or of its stand-ins, and what the desk's parts are called. */
export type Place = {
  readonly account: {
    readonly region: string;
    readonly endpoint: string | undefined;
    readonly credentials: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken: string | undefined;
    };
  };
  readonly prefix: string;
  /** Known beforehand only where the template is at hand. */
  readonly rawBucket?: string;
};

const repository = resolve(import.meta.dirname, '../..');

const AwsVariables = z.object({
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_REGION: z.string().optional(),
});

/** `--aws` means the deployed desk of `desk.config.ts`; without it the desk that runs on this machine. */
export const placeOf = async (options: { readonly aws: boolean }): Promise<Place> =>
  options.aws ? deployedPlace() : localPlace();

async function localPlace(): Promise<Place> {
  const { endpoint, operator } = await runningLocalDesk();
  const { folder } = await prepareAssembly(repository);
  const model = await readModel(folder);
  const intake = model.functions.find(({ name }) => name.endsWith('-intake'));
  const rawBucket = intake?.environment['RAW_BUCKET'];
  return {
    account: {
      region: model.region,
      endpoint,
      credentials: { ...operator, sessionToken: undefined },
    },
    prefix: prefixOf(DeskSettings.parse(config)),
    ...(rawBucket !== undefined && { rawBucket }),
  };
}

function deployedPlace(): Place {
  const settings = DeskSettings.parse(config);
  const found = AwsVariables.safeParse(process.env);
  if (!found.success)
    throw new UsageError(
      'No AWS credentials in the environment. Put them there first, for example:\n' +
        '  eval "$(aws configure export-credentials --profile my-desk --format env)"',
    );
  const { data } = found;
  return {
    account: {
      region: data.AWS_REGION ?? settings.region,
      endpoint: undefined,
      credentials: {
        accessKeyId: data.AWS_ACCESS_KEY_ID,
        secretAccessKey: data.AWS_SECRET_ACCESS_KEY,
        sessionToken: data.AWS_SESSION_TOKEN,
      },
    },
    prefix: prefixOf(settings),
  };
}

const prefixOf = ({ stage }: DeskSettings): string => `firstline-${stage}`;
