import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const fileIn = (dataFolder: string): string => join(dataFolder, 'aws-port');

/**
 * The port the AWS stand-ins had last time on this folder, so that signed links given out then
 * still work; 0 (any) when it is taken or there was none.
 */
export async function rememberedPort(dataFolder: string): Promise<number> {
  let port: number;
  try {
    port = Number(readFileSync(fileIn(dataFolder), 'utf8'));
  } catch {
    return 0;
  }
  return (await isFree(port)) ? port : 0;
}

export function rememberPort(dataFolder: string, endpoint: string): void {
  writeFileSync(fileIn(dataFolder), new URL(endpoint).port);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return await new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
