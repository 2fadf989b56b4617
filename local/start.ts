import './node-version.cjs';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chaosFrom } from './run/chaos.ts';
import { type RunningDesk, startDesk } from './run/desk-runner.ts';
import { askDesk, DeskTaken } from './run/lock.ts';
import { welcome } from './run/welcome.ts';

/** `npm start`: builds what changed, starts every part from the template, and says where things are. */
const HELP = `npm start -- [--fresh] [--empty] [--chaos[=seed]]
  --fresh   forget everything in the data folder first
  --empty   seed people and topics only
  --chaos   duplicate, reorder, throttle and kill, repeatably by seed
Variables: PORT (3000), SMTP_PORT (2525), FIRSTLINE_DATA (.local/data)`;

async function start(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return void process.stdout.write(`${HELP}\n`);
  const dataFolder = resolve(process.env['FIRSTLINE_DATA'] ?? '.local/data');
  const port = Number(process.env['PORT'] ?? 3_000);
  const smtpPort = Number(process.env['SMTP_PORT'] ?? 2_525);
  const startedAt = performance.now();
  const say = (line: string): void => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stdout.write(`${seconds.padStart(6)} s  ${line}\n`);
  };
  if (flags.fresh) await forget(dataFolder, port);
  const chaos = flags.chaos === undefined ? undefined : chaosFrom(flags.chaos);
  if (chaos) say(`chaos with seed ${chaos.seed}; repeat it with --chaos=${chaos.seed}`);
  const interrupted = new AbortController();
  const running: { desk?: RunningDesk } = {};
  stopOnSignal(running, interrupted);
  const { signal } = interrupted;
  const { empty } = flags;
  running.desk = await startDesk({ dataFolder, port, smtpPort, empty, chaos, say, signal });
  say('ready');
  process.stdout.write(welcome(running.desk));
}

function readFlags(args: string[]) {
  // `--chaos` may stand alone, which parseArgs has no type for.
  const given = args.map((arg) => (arg === '--chaos' ? '--chaos=' : arg));
  const { values } = parseArgs({
    args: given,
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      chaos: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** @throws DeskTaken while a desk still writes there */
async function forget(dataFolder: string, port: number): Promise<void> {
  const running = await askDesk(`http://127.0.0.1:${port}`);
  if (running?.dataFolder === dataFolder) {
    throw new DeskTaken(`Stop the desk first (kill ${running.pid}): it works on ${dataFolder}.`);
  }
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Also while the desk is still starting: what already runs is stopped, children included. */
function stopOnSignal(running: { desk?: RunningDesk }, interrupted: AbortController): void {
  let signals = 0;
  const stop = async (): Promise<void> => {
    signals += 1;
    // Whoever presses it twice has waited long enough.
    if (signals > 1) process.exit(130);
    process.stdout.write('\nStopping …\n');
    if (!running.desk) return interrupted.abort(new Interrupted());
    await running.desk.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop());
  }
}

class Interrupted extends Error {}

try {
  await start();
} catch (error) {
  if (error instanceof Interrupted) process.exit(130);
  const isExpected = error instanceof DeskTaken;
  const text =
    error instanceof Error && !isExpected ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\n${text.replace(/^DeskTaken: /, '')}\n`);
  process.exit(1);
}
