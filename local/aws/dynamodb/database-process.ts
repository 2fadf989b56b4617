import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findDatabase } from './find-database.ts';

export interface DatabaseProcess {
  endpoint: string;
  /** SQLite file of the database. */
  file: string;
  stop: () => Promise<void>;
}

const startSeconds = 10;

/** Starts dynoxide on its data file, after ending one that outlived a crash of ours. */
export async function startDatabase(
  dataFolder: string,
  warn: (message: string) => void,
): Promise<DatabaseProcess> {
  const folder = join(dataFolder, 'dynamodb');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'data.sqlite');
  const pidFile = join(folder, 'dynoxide.pid');
  await endSurvivor(pidFile, file);

  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, 'dynoxide.log'), 'w');
  const child = spawn(
    findDatabase(),
    ['--host', '127.0.0.1', '--port', String(port), '--db-path', file],
    { stdio: ['ignore', log, log] },
  );
  let isStopping = false;
  child.once('exit', (code, signal) => {
    if (!isStopping) warn(`The local DynamoDB ended (${signal ?? code}); see ${folder}.`);
  });
  await once(child, 'spawn');
  writeFileSync(pidFile, String(child.pid));
  await untilAnswering(endpoint, child);

  return {
    endpoint,
    file,
    async stop() {
      isStopping = true;
      await end(child);
      rmSync(pidFile, { force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
  await exit;
  clearTimeout(patience);
}

/** The pid may belong to a stranger by now: only a process on our data file is ended. */
async function endSurvivor(pidFile: string, dataFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (commandOf(pid).includes(dataFile)) {
    process.kill(pid, 'SIGTERM');
    const deadline = Date.now() + 3000;
    while (commandOf(pid).includes(dataFile)) {
      if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
      await pause(20);
    }
  }
  rmSync(pidFile, { force: true });
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function untilAnswering(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000;
  while (child.exitCode === null && Date.now() < deadline) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      await pause(10);
    }
  }
  throw new Error(`The local DynamoDB did not answer within ${startSeconds} s.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
