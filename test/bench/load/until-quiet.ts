import { setTimeout as wait } from 'node:timers/promises';
import type { Stand } from '../stand/start-stand.ts';

const sampleSeconds = 0.5;
/** Share of one core below which the desk is said to rest: pollers and timers go on. */
const restingShare = 0.06;
const longestSeconds = 120;

/** Waits until the desk has worked off what earlier measurements left: acknowledgements, the stream, counters. */
export async function untilQuiet({ usage }: Pick<Stand, 'usage'>): Promise<void> {
  let quiet = 0;
  for (let waited = 0; quiet < 2 && waited < longestSeconds; waited += sampleSeconds) {
    const before = usage().cpuSeconds;
    await wait(sampleSeconds * 1_000);
    const isQuiet = usage().cpuSeconds - before < restingShare * sampleSeconds;
    quiet = isQuiet ? quiet + 1 : 0;
  }
}
