import { describe, expect, test } from 'vitest';
import { defaultCalendars } from '../../functions/desk/promises/defaults.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { countedStore } from '../../functions/dynamo/counted.ts';
import { counterStore } from '../../functions/dynamo/counters.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { fuseStore } from '../../functions/dynamo/fuses.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { unsubscribedStore } from '../../functions/dynamo/unsubscribed.ts';
import { loadLists } from '../../functions/entry/desk-lists.ts';
import type { DispatchDeps } from '../../functions/entry/dispatch/dispatch-deps.ts';
import { handleTopicJob } from '../../functions/entry/dispatch/handle-topic-job.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { waitingAnswers } from '../../functions/entry/waiting-answers.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aMail, aNotification, anIntake } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

const now = '2026-11-22T10:00:02.000Z';

const aDispatcher = (table: Table): DispatchDeps => {
  const agents = agentStore(table);
  const presence = presenceStore(table);
  const answers = waitingAnswers({
    counts: countedStore(table),
    agents,
    presence,
    now: () => Date.parse(now),
  });
  return {
    tickets: ticketStore(table),
    agents,
    presence,
    work: () => counterStore(table).work(),
    expect: ({ ticket, terms, lists }) =>
      answers({ topic: ticket.topic, line: terms.line, lists, now }),
    fuses: fuseStore(table),
    unsubscribed: unsubscribedStore(table),
    lists: (topics) => loadLists(deskStore(table), { topics, timeZone: 'UTC' }),
    settings: { name: 'Kopilka', language: 'en' },
    now: () => now,
  };
};

/** What the customer of one mail is told. */
const told = async (table: Table) => {
  const intake = anIntake(table);
  await intake.raw.put('one', aMail({ id: 'one@customer.example', subject: 'Payout' }), 'x');
  await handleJob(intake)(aNotification('one'), 1);
  const [job] = intake.jobs;
  if (!job) throw new Error('no job');
  await handleTopicJob(aDispatcher(table))(job);
  const found = await ticketStore(table).loadWithTimeline(job.ticketId, { limit: 10 });
  const sent = found?.entries.find(
    (entry) => entry.type === 'message' && entry.kind === 'acknowledgement',
  );
  return {
    onTicket: found?.ticket.expectedAt,
    onMessage: sent?.type === 'message' ? sent.expectedAt : undefined,
    text: sent?.type === 'message' ? sent.text : '',
  };
};

describe('the time a customer is told', () => {
  test('is that of the queue where shifts say who works, and stays on the message', async () => {
    const table = await aTable();
    // The front line's calendar, around the clock, as somebody's shift.
    const olga = anAgent({ lines: ['front', 'second'], shiftId: 'front' });
    await deskStore(table).save('calendars', defaultCalendars('UTC'), 0);
    await agentStore(table).save({ ...olga, subjects: [] }, 'new');

    const { onTicket, onMessage, text } = await told(table);

    expect(text).toContain('within 15 minutes');
    expect(onTicket).toBe('2026-11-22T10:15:02.000Z');
    expect(onMessage).toBe(onTicket);
  });

  test('is the promise’s where nobody knows who works', async () => {
    const table = await aTable();

    expect((await told(table)).text).toContain('within 4 hours');
  });
});
