import './node-version.cjs';
import { type Command, print, remark, UsageError } from './desk/command.ts';
import { explain } from './desk/explain.ts';
import { redrive } from './desk/redrive.ts';
import { replay } from './desk/replay.ts';
import { secret } from './desk/secret.ts';
import { token } from './desk/token.ts';

/** `npm run -s desk -- <command>`: the operator's command (docs/OPERATING.md). */
const commands: Readonly<Record<string, Command>> = {
  token,
  secret,
  explain,
  replay,
  redrive,
};

const overview = (): string =>
  [
    'npm run -s desk -- <command> …',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`),
    '  help     this, or "help <command>" for options and examples',
    '',
    'Exit status: 0 done; 1 done in part, or something failed; 2 wrongly asked.',
    'The local desk is looked for in FIRSTLINE_DATA (.local/data).',
  ].join('\n');

function commandNamed(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  throw new UsageError(
    `There is no command "${name}". There are: ${Object.keys(commands).join(', ')}, help`,
  );
}

function help(name: string | undefined): number {
  print(name === undefined ? overview() : commandNamed(name).help);
  return 0;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    remark(overview());
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0]);
  const command = commandNamed(name);
  if (args.includes('--help') || args.includes('-h')) return help(name);
  return command.run(args);
}

/** `parseArgs` names what it did not understand; everything else that is wrong is told with its cause. */
function statusOf(error: unknown, name: string | undefined): number {
  const isUsage =
    error instanceof UsageError ||
    String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  if (isUsage) {
    remark(error instanceof Error ? error.message : String(error));
    remark(
      `Help: npm run -s desk -- help${name && Object.hasOwn(commands, name) ? ` ${name}` : ''}`,
    );
    return 2;
  }
  remark(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

// `… | head` has seen enough: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const args = process.argv.slice(2);
// Not process.exit: a pipe must get every line that was written.
process.exitCode = await main(args).catch((error: unknown) => statusOf(error, args[0]));
