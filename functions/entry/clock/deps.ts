import { agentStore } from '../../dynamo/agents.ts';
import { connectionStore } from '../../dynamo/connections.ts';
import { counterStore } from '../../dynamo/counters.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { dueStore } from '../../dynamo/due.ts';
import { healthStore } from '../../dynamo/health.ts';
import { presenceStore } from '../../dynamo/presence.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { newAlerting } from '../alerting.ts';
import { newBookLoader } from '../book-loader.ts';
import type { ClockDeps } from './clock-deps.ts';
import type { ClockEnv } from './env.ts';

export function clockDeps(env: ClockEnv): ClockDeps {
  const table = openTable(env.TABLE_NAME);
  const desk = deskStore(table);
  const agents = agentStore(table);
  const counters = counterStore(table);
  const alerting = newAlerting({ desk, agents, settings: env.DESK_SETTINGS });
  return {
    due: dueStore(table),
    tickets: ticketStore(table),
    health: healthStore(table),
    connections: env.DESK_SETTINGS.connections,
    bookOf: newBookLoader(desk, env.DESK_SETTINGS),
    alerting,
    presence: presenceStore(table),
    agents,
    work: () => counters.work(),
    counters,
    screens: connectionStore(table),
    staff: alerting,
    desk,
    now: () => new Date().toISOString(),
  };
}
