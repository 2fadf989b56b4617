import { randomInt } from 'node:crypto';
import type { ChaosOptions } from '../aws/contract.ts';

/**
 * What `--chaos` does: often enough that an evening finds the gaps, seldom enough that the desk
 * still moves. @param text the seed as typed; empty picks one
 */
export function chaosFrom(text: string): ChaosOptions {
  const seed = text === '' ? randomInt(1, 1_000_000) : Number(text);
  if (!Number.isSafeInteger(seed))
    throw new Error(`The seed of --chaos is a number, not "${text}"`);
  return {
    seed,
    duplicateDelivery: 0.05,
    reorderDelivery: 0.1,
    throttle: 0.02,
    transactionConflict: 0.03,
    delay: { probability: 0.05, maxMilliseconds: 200 },
  };
}
