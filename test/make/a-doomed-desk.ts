import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type DoomedDesk = {
  readonly smtpPort: number;
  /** `kill -9`: nothing of it gets to say goodbye. */
  readonly kill: () => Promise<void>;
};

/** Starts a desk on a folder in another process. @throws Error with what it printed when it cannot start */
export async function aDoomedDesk(dataFolder: string): Promise<DoomedDesk> {
  const script = join(import.meta.dirname, 'desk.child.ts');
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /^smtp (\d+)$/.exec(line) ?? [];
    if (port === undefined) continue;
    child.stdout.resume();
    return {
      smtpPort: Number(port),
      kill: async () => {
        child.kill('SIGKILL');
        await exit;
      },
    };
  }
  throw new Error('the desk ended before it had started');
}
