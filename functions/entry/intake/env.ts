import * as z from 'zod';
import { Slug } from '../../../schemas/primitives.ts';
import { FileScanner } from '../../../schemas/settings.ts';
import { jsonVariable, parseEnvironment } from '../../observe/environment.ts';
import { connectionSecretsVariable, deskVariable } from '../desk-variable.ts';
import { providerBasesVariable } from '../provider-bases.ts';

export const IntakeEnv = z.object({
  TABLE_NAME: z.string(),
  /** Mail as received (`mail/`) and large hook bodies (`hook/`). */
  RAW_BUCKET: z.string(),
  /** Attachments (`files/`) and large bodies (`bodies/`). */
  FILES_BUCKET: z.string(),
  /** Topic → queue address. Forty addresses written out would fill the 4 KB that Lambda allows. */
  TOPIC_QUEUE_URLS: jsonVariable(
    z
      .object({ prefix: z.url(), topics: z.array(Slug) })
      .transform(
        ({ prefix, topics }): Record<string, string> =>
          Object.fromEntries(topics.map((topic) => [topic, prefix + topic])),
      ),
  ),
  /** Where it reads: what is too early is shown again. */
  INBOUND_QUEUE_URL: z.string(),
  /** Answers to pressed buttons. */
  OUTBOUND_QUEUE_URL: z.string(),
  SIGNING_SECRET_ARN: z.string(),
  CONNECTION_SECRETS: connectionSecretsVariable,
  DESK_SETTINGS: deskVariable,
  PROVIDER_BASES: providerBasesVariable,
  FILE_SCANNER: jsonVariable(FileScanner).optional(),
});
export type IntakeEnv = z.infer<typeof IntakeEnv>;
/** What infrastructure must set. */
export type IntakeVariables = z.input<typeof IntakeEnv>;

export const readIntakeEnv = (): IntakeEnv => parseEnvironment(IntakeEnv, process.env);
