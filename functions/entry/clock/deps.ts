import { agentStore } from '../../dynamo/agents.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { dueStore } from '../../dynamo/due.ts';
import { healthStore } from '../../dynamo/health.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { newAlerting } from '../alerting.ts';
import { newBookLoader } from '../book-loader.ts';
import type { ClockDeps } from './clock-deps.ts';
import type { ClockEnv } from './env.ts';

export function clockDeps(env: ClockEnv): ClockDeps {
  const table = openTable(env.TABLE_NAME);
  const desk = deskStore(table);
  return {
    due: dueStore(table),
    tickets: ticketStore(table),
    health: healthStore(table),
    connections: env.DESK_SETTINGS.connections,
    bookOf: newBookLoader(desk, env.DESK_SETTINGS),
    alerting: newAlerting({ desk, agents: agentStore(table), settings: env.DESK_SETTINGS }),
    now: () => new Date().toISOString(),
  };
}
