import type { Outcome } from '../lambda/protocol.ts';

/** Which items of a batch must come again. */
export type BatchResult = { failed: 'none' | 'all' | Set<string> };

/**
 * Reads a consumer's answer as Lambda does: an error or a malformed list fails the whole batch, an
 * unknown or empty id too; anything that is not a list of failures is success.
 */
export function readBatchAnswer(
  outcome: Outcome,
  ids: readonly string[],
  reportsItemFailures: boolean,
): BatchResult {
  if (outcome.kind === 'error') return { failed: 'all' };
  if (!reportsItemFailures) return { failed: 'none' };
  const answer: unknown = JSON.parse(outcome.payload);
  const failures = (answer as { batchItemFailures?: unknown } | null)?.batchItemFailures;
  if (!Array.isArray(failures) || failures.length === 0) return { failed: 'none' };
  const failed = failures.map((item: { itemIdentifier?: unknown } | null) => item?.itemIdentifier);
  const known = failed.filter((id): id is string => typeof id === 'string' && ids.includes(id));
  return { failed: known.length === failed.length ? new Set(known) : 'all' };
}
