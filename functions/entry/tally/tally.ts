import { addArrivals, openedIn } from '../../desk/peaks/arrivals.ts';
import { holdSteps, takeOf } from '../../desk/presence/loads.ts';
import type { QueueCount } from '../../desk/stores.ts';
import {
  countSteps,
  oldestWait,
  type TicketStep,
  touchedTopics,
} from '../../desk/topics/queue-counts.ts';
import { countedVersion } from '../../dynamo/counters.ts';
import { changeOf, type StreamChange } from '../../dynamo/stream-change.ts';
import type { Tally } from '../../dynamo/tallies.ts';
import { consumeStream, type StreamBatch } from '../../queue/stream-batch.ts';
import type { TallyDeps } from './tally-deps.ts';

/** A batch comes again at once or after seconds; the marks of what was counted are kept this long. */
const keptMs = 10 * 60_000;
/** And no more than so many, which keeps the item under 30 KB however busy the desk is. */
const mostKept = 5_000;
const mostTries = 8;

type TicketChange = Extract<StreamChange, { kind: 'ticket' }>;

/**
 * Adds what tickets did to the counters. Every change is counted once: the versions counted are saved in the same
 * conditional write as the sums, so a batch that comes again, whole or in parts, adds nothing.
 */
export const tally = (deps: TallyDeps) =>
  consumeStream<TicketChange>({
    parse: (record) => {
      const change = changeOf(record);
      return change?.kind === 'ticket' ? change : undefined;
    },
    handle: async (batch) => {
      for (let tries = 1; tries <= mostTries; tries += 1)
        if ((await addBatch(deps, batch)) === 'saved') return;
      throw new Error(`counters changed ${mostTries} times while a batch was added`);
    },
  });

const addBatch = async (
  deps: TallyDeps,
  { changes }: StreamBatch<TicketChange>,
): Promise<'saved' | 'stale'> => {
  const before = await deps.tally.load();
  const known = new Set(before.counted.flatMap(({ versions }) => versions));
  const fresh = changes.filter((change) => !known.has(versionOf(change)));
  if (fresh.length === 0) return 'saved';
  const steps = fresh.map((change) => notYetCounted(change, before.recounted));
  return deps.tally.save({
    ...before,
    counts: await withOldest(deps, countSteps(before.counts, steps), touchedTopics(steps)),
    holdings: holdSteps(before.holdings, steps, fresh.flatMap(takenIn)),
    arrivals: addArrivals(before.arrivals, openedIn(fresh), deps.now()),
    counted: remember(before.counted, { at: deps.now(), versions: fresh.map(versionOf) }),
  });
};

/** A version of a ticket is written once, so it names the record better than the stream's own ids do. */
const versionOf = ({ ticketId, after }: TicketChange): string =>
  countedVersion(ticketId, after?.version ?? 'gone');

/** A topic that was counted anew has everything written until then. */
const notYetCounted = (change: TicketChange, recounted: Tally['recounted']): TicketStep => {
  const { before, after, atSeconds } = change;
  const isNew = (topic: string) => atSeconds > (recounted[topic] ?? 0);
  return {
    ...(before && isNew(before.topic) && { before }),
    ...(after && isNew(after.topic) && { after }),
  };
};

/** Counted whenever it happened: counting a topic again finds what is held, not who took what when. */
const takenIn = (change: TicketChange) =>
  takeOf(change, new Date(change.atSeconds * 1000).toISOString().slice(0, 10)) ?? [];

/** Looks up the longest wait of some topics; the others keep theirs. */
export const withOldest = (
  deps: Pick<TallyDeps, 'longestWaiting'>,
  counts: readonly QueueCount[],
  topics: readonly string[],
): Promise<readonly QueueCount[]> =>
  Promise.all(
    counts.map(async (count) => {
      if (!topics.includes(count.topic)) return count;
      const { oldestAt: _, unassignedAt: __, ...sums } = count;
      const waiting = await deps.longestWaiting(count.topic);
      const oldestAt = oldestWait(waiting);
      const unassignedAt = oldestWait(waiting.filter(({ assigneeId }) => !assigneeId));
      return {
        ...sums,
        ...(oldestAt !== undefined && { oldestAt }),
        ...(unassignedAt !== undefined && { unassignedAt }),
      };
    }),
  );

const remember = (counted: Tally['counted'], batch: Tally['counted'][number]): Tally['counted'] => {
  let room = mostKept - batch.versions.length;
  const since = Date.parse(batch.at) - keptMs;
  const kept = counted.filter(({ at, versions }) => {
    room -= versions.length;
    return room >= 0 && Date.parse(at) >= since;
  });
  return [batch, ...kept];
};
