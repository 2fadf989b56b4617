import type { SendResult } from '../../channels/outgoing.ts';
import { inOrder } from '../../desk/alerts/digest.ts';
import type { Collected } from '../../desk/sending-stores.ts';
import { log } from '../../observe/log.ts';
import type { Alert } from './alert.ts';
import type { Target } from './alert-targets.ts';
import { waitSeconds } from './backoff.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** A claim left behind by a crash lapses after this; no deliverer lives so long. */
const claimSeconds = 90;
/** Tries of one target in all; an alert that is hours late helps nobody. */
const receiptsMax = 6;

type Telling = {
  readonly alert: Alert;
  readonly target: Target;
  readonly receiveCount: number;
};

/** Seconds until the next try, or undefined when the target needs none. */
export async function tellTarget(deps: DeliverDeps, telling: Telling): Promise<number | undefined> {
  const { alert, target } = telling;
  const { store } = deps.alerts;
  const claim = { eventId: alert.line.eventId, target: target.name, now: deps.now() };
  const claimed = await store.claim({ ...claim, staleSeconds: claimSeconds });
  if (claimed === 'finished') return undefined;
  // Another deliverer is at it, or died at it, or the claim is ours and the answer was lost.
  if (claimed === 'claimed') return claimSeconds + 5;
  if (claimed !== 'saved') return tellMany(deps, telling, claimed);
  const { digestAbove: most } = await deps.alerts.policy();
  const entered = await store.enter({ ...claim, most, line: alert.line });
  if (entered !== 'go') return secondsTo(entered, deps.now());
  return settle(deps, telling, alert.line.eventId, await target.tell(alert));
}

const secondsTo = ({ until }: Collected, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));

/**
 * The minute is over: one job tells everything that was collected in it, the others find it told. Closing comes before
 * reading, so nothing can join that would not be told; dying anywhere leaves the claim to lapse and another job to do it.
 */
async function tellMany(
  deps: DeliverDeps,
  telling: Telling,
  collected: Collected,
): Promise<number | undefined> {
  const { target } = telling;
  const { store } = deps.alerts;
  const now = deps.now();
  if (now < collected.until) return secondsTo(collected, now);
  const { window } = collected;
  const id = `digest|${window}`;
  const claimed = await store.claim({
    eventId: id,
    target: target.name,
    now,
    staleSeconds: claimSeconds,
  });
  if (claimed === 'finished') return undefined;
  if (claimed !== 'saved') return claimSeconds + 5;
  const lines = inOrder(await store.close({ target: target.name, window }));
  const url = deps.alerts.appUrl.replace(/\/$/, '');
  const result = await target.tellMany({
    id: window,
    lines,
    url,
    urlOf: (ticketId) => `${url}/tickets/${ticketId}`,
  });
  return settle(deps, telling, id, result);
}

async function settle(
  deps: DeliverDeps,
  { alert: { line, ticket }, target, receiveCount }: Telling,
  eventId: string,
  result: SendResult,
): Promise<number | undefined> {
  const claim = { eventId, target: target.name, now: deps.now() };
  const isSent = result.kind === 'sent';
  if (result.kind === 'retry' && receiveCount < receiptsMax) {
    const seconds = waitSeconds(receiveCount, result.afterSeconds, 0);
    await deps.alerts.store.putOff({ ...claim, seconds, staleSeconds: claimSeconds });
    return seconds + 1;
  }
  await deps.alerts.store.finish({
    ...claim,
    outcome: isSent ? 'sent' : 'failed',
    ...(!isSent && { detail: result.error }),
  });
  const fields = {
    eventId,
    ticketId: ticket.id,
    kind: line.kind,
    target: target.name.split(':')[0],
    outcome: result.kind,
  };
  if (isSent) log.info('deliver.alert.told', fields);
  else log.error('deliver.alert.failed', { ...fields, reason: result.error });
  return undefined;
}
