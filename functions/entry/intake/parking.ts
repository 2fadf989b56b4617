import { log } from '../../observe/log.ts';
import { ComeAgain } from '../../queue/batch.ts';

/**
 * Seconds until a job is tried again whose time has not come: our own send has not returned, a message was overtaken by
 * what happened to it. The queue gives a job five times, so the fourth decides.
 */
const waits = [2, 8, 30];

/** @throws ComeAgain while there is hope; returns when there is none */
export function parkOrGiveUp(what: string, receiveCount: number): void {
  const wait = waits[receiveCount - 1];
  if (wait === undefined) return;
  log.info('intake.parked', { because: what, receiveCount });
  throw new ComeAgain(what, wait);
}
