import { readFileSync } from 'node:fs';
import type { DeskSettings } from '../../schemas/settings.ts';
import { explainHook, hookChannelNames, isHookChannel } from './explain/explain-hook.ts';
import { explainMail } from './explain/explain-mail.ts';
import { type ExplainingDesk, explainingDesk } from './explain/explaining-desk.ts';

/** What `desk explain` asks for; bundled as `dist/tools/explain.mjs`. */
export type ExplainRequest = {
  readonly settings: DeskSettings;
  /** Signing secrets of the desk whose references are to be recognized; may be empty. */
  readonly secrets: readonly string[];
  readonly files: readonly string[];
  /** Stands in where a file says no time, ISO 8601 with milliseconds. */
  readonly now: string;
  /** Absent: the files are mail. */
  readonly hook?: {
    readonly channel: string;
    readonly connectionId?: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly write: (line: string) => void;
};

/**
 * One JSON line for each file, in their order. A file that cannot be read or understood gets `{ file, error }`.
 * Nothing is stored or sent.
 * @returns how many files failed
 * @throws Error for a channel that has no hook
 */
export const explain = async (request: ExplainRequest): Promise<number> => {
  const { settings, secrets, files, write } = request;
  if (request.hook && !isHookChannel(request.hook.channel))
    throw new Error(
      `"${request.hook.channel}" has no hook. Channels with one: ${hookChannelNames.join(', ')}`,
    );
  const desk = explainingDesk(settings, secrets);
  let failed = 0;
  for (const file of files) {
    try {
      write(JSON.stringify({ file, ...(await explainFile(request, desk, file)) }));
    } catch (error) {
      failed += 1;
      write(JSON.stringify({ file, error: errorOf(error) }));
    }
  }
  return failed;
};

const explainFile = async ({ hook, now }: ExplainRequest, desk: ExplainingDesk, file: string) => {
  const bytes = readFileSync(file);
  if (hook && isHookChannel(hook.channel))
    return explainHook({ ...hook, channel: hook.channel, body: bytes }, desk, now);
  return explainMail(bytes, desk, now);
};

/** `code`: the parser's (`mail.empty`), the system's (`ENOENT`), or the error's name. */
const errorOf = (error: unknown): { code: string; message: string; cause?: string } => {
  if (!(error instanceof Error)) return { code: 'unknown', message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    code: typeof code === 'string' ? code : error.name,
    message: error.message,
    ...(error.cause instanceof Error && { cause: error.cause.message }),
  };
};
