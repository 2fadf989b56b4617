import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { askDesk, DeskTaken } from './lock.ts';

/** Turns EADDRINUSE into a text that names who has the port; gives other errors back as they are. */
export async function explainPort(
  error: unknown,
  { port, variable }: { port: number; variable: 'PORT' | 'SMTP_PORT' },
): Promise<unknown> {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error;
  const desk = variable === 'PORT' ? await askDesk(`http://127.0.0.1:${port}`) : undefined;
  const pid = desk?.pid ?? listenerOf(port);
  const who = desk
    ? `the desk of process ${desk.pid} on ${desk.dataFolder}`
    : pid
      ? `process ${pid} (${commandOf(pid)})`
      : 'another process';
  return new DeskTaken(
    `Port ${port} is taken by ${who}.\n` +
      `Stop it${pid ? ` (kill ${pid})` : ''} or choose another port: ${variable}=${port + 100} npm start` +
      (desk ? '\nA second desk also needs its own FIRSTLINE_DATA and SMTP_PORT.' : ''),
  );
}

/** Linux tells which process holds a socket; elsewhere nobody is named. */
function listenerOf(port: number): number | undefined {
  try {
    const inode = listeningInode(port);
    if (inode === undefined) return undefined;
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .find((pid) => holds(pid, `socket:[${inode}]`));
  } catch {
    return undefined;
  }
}

function listeningInode(port: number): string | undefined {
  const LISTEN = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, , state]) => local?.endsWith(suffix) && state === LISTEN)?.[9];
}

function holds(pid: number, socket: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === socket);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 80);
  } catch {
    return 'unknown';
  }
}
