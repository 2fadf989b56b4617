import { parseArgs } from 'node:util';
import config from '../../desk.config.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { type Command, print, remark, UsageError } from './command.ts';
import { localSigningSecrets } from './data-folder.ts';
import { explainPromise } from './explain-promise.ts';
import { openTool } from './tool.ts';

/** `functions/tool/explain.ts`, as far as this command uses it. */
type ExplainTool = {
  explain: (request: {
    settings: DeskSettings;
    secrets: readonly string[];
    files: readonly string[];
    now: string;
    hook?: { channel: string; connectionId?: string; headers: Record<string, string> };
    write: (line: string) => void;
  }) => Promise<number>;
};

export const explain: Command = {
  summary: 'what the desk understands of mail, of a hook’s body, or of a ticket’s promise',
  help: `npm run -s desk -- explain mail <file.eml …>
npm run -s desk -- explain hook <channel> <file.json …> [--header 'name: value' …] [--connection <id>]
npm run -s desk -- explain promise <ticket> [--language en|ru]

"mail" and "hook" print one JSON line for each file; docs/OPERATING.md names the fields. They store nothing and need no
running desk. Exit status 1 when a file could not be understood: its line then has "error". "promise" asks the local
desk and prints sentences. Channels with a hook: telegram, whatsapp, messenger, instagram, viber, vk, ok, sms, phone,
webhook; those of Twilio take the form as it was posted.

Examples
  npm run -s desk -- explain mail test/fixtures/mail/bounces/*.eml
  npm run -s desk -- explain hook telegram update.json
  npm run -s desk -- explain promise 1042`,
  run: async ([what, ...args]) => {
    if (what === 'mail') return explainMail(args);
    if (what === 'hook') return explainHook(args);
    if (what === 'promise') return explainPromise(args);
    throw new UsageError(
      `Say what to explain: mail, hook or promise${what ? `, not "${what}"` : ''}.`,
    );
  },
};

async function explainMail(args: string[]): Promise<number> {
  const { positionals: files } = parseArgs({ args, allowPositionals: true, options: {} });
  return explainFiles(files);
}

async function explainHook(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { header: { type: 'string', multiple: true }, connection: { type: 'string' } },
  });
  const [channel, ...files] = positionals;
  if (channel === undefined) throw new UsageError('Name the channel: explain hook telegram <file>');
  const headers = Object.fromEntries((values.header ?? []).map(headerOf));
  return explainFiles(files, {
    channel,
    headers,
    ...(values.connection !== undefined && { connectionId: values.connection }),
  });
}

function headerOf(written: string): [string, string] {
  const colon = written.indexOf(':');
  if (colon < 1)
    throw new UsageError(`"${written}" is no header. Write it as --header 'name: value'.`);
  return [written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1).trim()];
}

async function explainFiles(
  files: string[],
  hook?: Parameters<ExplainTool['explain']>[0]['hook'],
): Promise<number> {
  if (files.length === 0) throw new UsageError('Name at least one file.');
  const tool = await openTool<ExplainTool>('explain');
  const failed = await tool.explain({
    settings: DeskSettings.parse(config),
    secrets: localSigningSecrets(),
    files,
    now: new Date().toISOString(),
    ...(hook && { hook }),
    write: print,
  });
  if (failed > 0) remark(`${failed} of ${files.length} files could not be understood`);
  return failed > 0 ? 1 : 0;
}
