import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningDesk } from './running-desk.ts';
import type { Seed } from './seed-contract.ts';

/** Fills a fresh folder, once: a seed that was cut off runs again at the next start. */
export async function seedOnce(
  desk: RunningDesk,
  options: { empty: boolean; say: (line: string) => void },
): Promise<void> {
  const mark = join(desk.dataFolder, 'seeded');
  if (existsSync(mark)) return;
  const file = join(import.meta.dirname, '../seed/seed.ts');
  if (!existsSync(file)) return options.say('there is nothing to seed with');
  const { seed }: { seed: Seed } = await import(pathToFileURL(file).href);
  await seed({
    dataFolder: desk.dataFolder,
    baseUrl: desk.baseUrl,
    smtpPort: desk.smtpPort,
    awsEndpoint: desk.awsEndpoint,
    region: desk.model.region,
    operator: desk.aws.operator,
    model: desk.model,
    now: new Date(),
    token: desk.token,
    ...options,
  });
  writeFileSync(mark, new Date().toISOString());
}
