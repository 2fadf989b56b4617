import { setTimeout as wait } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../desk/problem.ts';
import type { Table } from './table.ts';

export type Step = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** `refused`: positions of the steps whose condition did not hold. */
export type Outcome = { readonly refused: readonly number[] };
const done: Outcome = { refused: [] };

const mostTries = 6;
const longestWaitMs = 400;

/**
 * Writes all steps or none. A conflict (another transaction holds one of the items this instant) is no answer and is
 * tried again; a condition that fails is one. The SDK gives each try the same request token, so an answer lost on the
 * way does not write twice.
 */
export const transact = async (table: Table, steps: readonly Step[]): Promise<Outcome> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: [...steps] }));
      return done;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome) return outcome;
      if (!isConflict(error)) throw error;
      if (tries === mostTries)
        throw new Problem('unavailable', 'table.busy', 'Too many changes at once. Try again.', {
          cause: error,
        });
      // Full jitter: rivals that failed together must not come back together.
      await wait(Math.random() * Math.min(longestWaitMs, 20 * 2 ** tries));
    }
  }
};

const outcomeOf = (error: unknown): Outcome | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const refused = (error.CancellationReasons ?? []).flatMap((reason, index) =>
    reason.Code === 'ConditionalCheckFailed' ? [index] : [],
  );
  return refused.length > 0 ? { refused } : undefined;
};

const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'None',
]);
/** TransactionConflictException is what a single write gets that meets a transaction. */
const isConflict = (error: unknown): boolean =>
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every((reason) => passing.has(reason.Code ?? 'None'))) ||
  (error instanceof Error &&
    (error.name === 'TransactionConflictException' ||
      error.name === 'TransactionInProgressException'));

/** Runs a single conditional write. `stale`: its condition did not hold. Conflicts are tried again as above. */
export const conditionally = async (write: () => Promise<unknown>): Promise<'saved' | 'stale'> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return 'saved';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'stale';
      if (!isConflict(error) || tries === mostTries) throw error;
      await wait(Math.random() * Math.min(longestWaitMs, 20 * 2 ** tries));
    }
  }
};
