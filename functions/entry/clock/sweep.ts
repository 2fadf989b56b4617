import { log } from '../../observe/log.ts';
import type { ClockDeps } from './clock-deps.ts';
import { lookAfterBacklog } from './look-after-backlog.ts';
import { lookAfterConnections } from './look-after-connections.ts';
import { lookAfterPeople } from './look-after-people.ts';
import { tickDue } from './tick-due.ts';

/** The work of a minute: promises, connections, people, and what waits on lines that hand out. */
export const sweep = (deps: ClockDeps) => async (): Promise<void> => {
  const [{ failed }, areConnectionsWell, arePeopleWell] = await Promise.all([
    tickDue(deps),
    lookAfter('connections', () => lookAfterConnections(deps)),
    lookAfter('people', () => lookAfterPeople(deps)),
  ]);
  // Behind who came, went and let something lie in this minute.
  const isBacklogWell = await lookAfter('backlog', () => lookAfterBacklog(deps));
  // The next minute tries them again; the alarm on errors must see it.
  if (!areConnectionsWell) throw new Error('connections could not be looked after');
  if (!arePeopleWell) throw new Error('people could not be looked after');
  if (!isBacklogWell) throw new Error('the backlog could not be handed out');
  refuseFailed(failed);
};

/** The work of the half minute between: promises alone. */
export const sweepPromises = (deps: ClockDeps) => async (): Promise<void> => {
  const { failed } = await tickDue(deps);
  refuseFailed(failed);
};

const refuseFailed = (failed: number): void => {
  if (failed > 0) throw new Error(`${failed} due tickets could not be ticked`);
};

/** Promises must not wait for the rest, nor fail with it. */
const lookAfter = async (what: string, work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    log.error(`clock.${what}.failed`, {}, error);
    return false;
  }
};
