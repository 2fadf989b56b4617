import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LOCAL } from './addresses.ts';

const aboutSchema = z.object({
  product: z.literal('firstline'),
  pid: z.number(),
  dataFolder: z.string(),
  base: z.string(),
});
/** What a running desk says about itself at `/_local/about`. */
export type About = z.infer<typeof aboutSchema>;

/** The port or the data folder belongs to another process; the message says whose and what to do. */
export class DeskTaken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeskTaken';
  }
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'running.json');

/**
 * Two desks on one folder would tear its files apart. The file alone proves nothing after a
 * `kill -9`: its desk must also answer.
 * @throws DeskTaken
 */
export async function refuseSecondDesk(dataFolder: string): Promise<void> {
  let left: unknown;
  try {
    left = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'));
  } catch {
    return;
  }
  const { data } = aboutSchema.safeParse(left);
  const running = data && (await askDesk(data.base));
  if (running?.dataFolder !== dataFolder) return;
  throw new DeskTaken(
    `A desk already runs on ${dataFolder}: process ${running.pid}, ${running.base}\n` +
      `Use that one, stop it (kill ${running.pid}), or choose another folder:\n` +
      '  FIRSTLINE_DATA=/some/folder PORT=3100 SMTP_PORT=2625 npm start',
  );
}

export function markRunning(dataFolder: string, about: About): void {
  writeFileSync(fileIn(dataFolder), JSON.stringify(about));
}

export function unmarkRunning(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/** undefined when nobody answers there, or somebody else. */
export async function askDesk(base: string): Promise<About | undefined> {
  try {
    const answer = await fetch(`${base}${LOCAL.root}/about`, {
      signal: AbortSignal.timeout(1_000),
    });
    return aboutSchema.safeParse(await answer.json()).data;
  } catch {
    return undefined;
  }
}
