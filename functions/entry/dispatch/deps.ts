import { agentStore } from '../../dynamo/agents.ts';
import { countedStore } from '../../dynamo/counted.ts';
import { counterStore } from '../../dynamo/counters.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { fuseStore } from '../../dynamo/fuses.ts';
import { presenceStore } from '../../dynamo/presence.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { unsubscribedStore } from '../../dynamo/unsubscribed.ts';
import { loadLists } from '../desk-lists.ts';
import { remembered } from '../remembered.ts';
import { waitingAnswers } from '../waiting-answers.ts';
import type { DispatchDeps } from './dispatch-deps.ts';
import type { DispatchEnv } from './env.ts';

/** How long an edited promise may go unnoticed. */
const listMilliseconds = 10_000;

export function dispatchDeps({ TABLE_NAME, DESK_SETTINGS: settings }: DispatchEnv): DispatchDeps {
  const table = openTable(TABLE_NAME);
  const desk = deskStore(table);
  const stored = remembered(() => desk.loadAll(), {
    milliseconds: listMilliseconds,
    now: Date.now,
  });
  const agents = agentStore(table);
  const presence = presenceStore(table);
  const answers = waitingAnswers({ counts: countedStore(table), agents, presence, now: Date.now });
  return {
    tickets: ticketStore(table),
    agents,
    presence,
    work: () => counterStore(table).work(),
    fuses: fuseStore(table),
    unsubscribed: unsubscribedStore(table),
    lists: (topics) => loadLists({ loadAll: stored }, { topics, timeZone: settings.timeZone }),
    expect: ({ ticket, terms, lists, now }) =>
      answers({ topic: ticket.topic, line: terms.line, lists, now }),
    settings,
    now: () => new Date().toISOString(),
  };
}
