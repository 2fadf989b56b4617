import type { ConnectionHealth } from '../../schemas/connection-health.ts';
import { afterInbound, afterTraffic, unknownHealth } from '../desk/health/rules.ts';
import { needsHelp, type TrafficNews } from '../desk/health/states.ts';
import type { HealthStore } from '../desk/sending-stores.ts';
import { log } from '../observe/log.ts';

const triesMax = 5;

type Changing = {
  readonly health: Pick<HealthStore, 'load' | 'save'>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

/**
 * Asks a rule what becomes of a connection's health and saves it; undefined from the rule changes nothing. A change of
 * state is told in the log.
 */
export async function changeHealth(
  { health: store, now }: Changing,
  connectionId: string,
  rule: (health: ConnectionHealth, now: string) => ConnectionHealth | undefined,
): Promise<ConnectionHealth | undefined> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const found = await store.load(connectionId);
    const before = found?.health ?? unknownHealth(connectionId, now());
    const after = rule(before, now());
    if (!after) return undefined;
    if ((await store.save(after, found?.revision ?? 0)) === 'stale') continue;
    if (after.state !== before.state) tellChange(after);
    return after;
  }
  throw new Error(`the health of ${connectionId} changed at every try`);
}

function tellChange({ connectionId, state, error }: ConnectionHealth): void {
  const fields = { connectionId, state, ...(error !== undefined && { because: error }) };
  if (needsHelp(state)) log.error('connection.state.changed', fields);
  else log.info('connection.state.changed', fields);
}

export type HealthNotes = {
  /** What trying to send taught about a connection. */
  readonly note: (
    connectionId: string,
    traffic: { readonly news: TrafficNews; readonly error?: string },
  ) => Promise<void>;
  /** Something genuine came in by it. */
  readonly heard: (connectionId: string) => Promise<void>;
};

/** A process looks again after this long, so that ordinary traffic costs a read in minutes. */
const quietMs = { sent: 5 * 60_000, heard: 10 * 60_000 } as const;

/**
 * Notes on health beside the work itself: they never fail it. A bad state is written at once, a good one when it is
 * news or the last note is old.
 */
export function newHealthNotes(changing: Changing): HealthNotes {
  const quietUntil = new Map<string, number>();
  const aside = async (connectionId: string, write: () => Promise<unknown>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      log.warn('connection.note.failed', { connectionId }, error);
    }
  };
  const isQuiet = (key: string, milliseconds: number): boolean => {
    const now = Date.parse(changing.now());
    if ((quietUntil.get(key) ?? 0) > now) return true;
    quietUntil.set(key, now + milliseconds);
    return false;
  };
  return {
    note: async (connectionId, traffic) => {
      if (traffic.news !== 'sent') quietUntil.delete(`sent|${connectionId}`);
      else if (isQuiet(`sent|${connectionId}`, quietMs.sent)) return;
      await aside(connectionId, () =>
        changeHealth(changing, connectionId, (health, now) =>
          afterTraffic(health, { ...traffic, now }),
        ),
      );
    },
    heard: async (connectionId) => {
      if (isQuiet(`heard|${connectionId}`, quietMs.heard)) return;
      await aside(connectionId, () => changeHealth(changing, connectionId, afterInbound));
    },
  };
}
