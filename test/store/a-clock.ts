import { agentStore } from '../../functions/dynamo/agents.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { counterStore } from '../../functions/dynamo/counters.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { dueStore } from '../../functions/dynamo/due.ts';
import { healthStore } from '../../functions/dynamo/health.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { newAlerting } from '../../functions/entry/alerting.ts';
import { newBookLoader } from '../../functions/entry/book-loader.ts';
import type { ClockDeps } from '../../functions/entry/clock/clock-deps.ts';
import { sweep, sweepPromises } from '../../functions/entry/clock/sweep.ts';

type Over = Partial<ClockDeps>;

/** The clock function over a table, called at whatever moment a test names. */
export const aClock = (table: Table, over: Over = {}) => {
  const at = depsOver(table, over);
  return (now: string): Promise<void> => sweep(at(now))();
};

/** The same, called by the queue of half minutes. */
export const aHalfMinute = (table: Table, over: Over = {}) => {
  const at = depsOver(table, over);
  return (now: string): Promise<void> => sweepPromises(at(now))();
};

const depsOver = (table: Table, over: Over) => {
  const desk = deskStore(table);
  const agents = agentStore(table);
  return (now: string): ClockDeps => {
    const alerting = newAlerting({ desk, agents, settings: { timeZone: 'UTC' } });
    return {
      due: dueStore(table),
      tickets: ticketStore(table),
      health: healthStore(table),
      connections: [{ id: 'bot' }],
      bookOf: newBookLoader(desk, { timeZone: 'UTC' }),
      alerting,
      presence: presenceStore(table),
      agents,
      work: () => counterStore(table).work(),
      counters: counterStore(table),
      screens: connectionStore(table),
      staff: alerting,
      desk,
      now: () => now,
      ...over,
    };
  };
};
