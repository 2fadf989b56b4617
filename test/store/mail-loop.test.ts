import { expect, test } from 'vitest';
import { isToBeTold } from '../../functions/desk/alerts/addressed.ts';
import { reply } from '../../functions/desk/tickets/reply.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { aBook } from '../make/a-desk.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aMail, aNotification, anIntake } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

/** Brings mails of one thread `minutes` apart, each answered at once by an agent's program. */
const talk = async (count: number, minutes: number) => {
  const table = await aTable();
  let at = Date.parse('2026-11-22T10:00:00.000Z');
  const intake = anIntake(table, { now: () => new Date(at).toISOString() });
  for (let turn = 0; turn < count; turn += 1) {
    at += minutes * 30_000;
    const timestamp = new Date(at).toISOString();
    const headers = turn === 0 ? [] : ['In-Reply-To: <t0@customer.example>'];
    const raw = aMail({ id: `t${turn}@customer.example`, headers, body: `Thanks ${turn}` });
    await intake.raw.put(`m${turn}`, raw, 'message/rfc822');
    await handleJob(intake)(aNotification(`m${turn}`, { timestamp }), 1);
    at += minutes * 30_000;
    const ticket = await intake.tickets.load(intake.jobs[0]?.ticketId ?? '');
    const { change } = reply({
      ticket: ticket ?? expect.fail(),
      by: anAgent(),
      clientId: `c${turn}`,
      text: 'We have your mail.',
      answersId: ticket?.lastPublicId ?? '',
      attachments: [],
      statusAfter: 'waiting',
      book: aBook(),
      now: new Date(at).toISOString(),
    });
    await intake.tickets.save(change);
  }
  const found = await intake.tickets.loadWithTimeline(intake.jobs[0]?.ticketId ?? '', {
    limit: 100,
  });
  return found ?? expect.fail();
};

test('mail that goes to and fro too fast mutes the ticket once, and somebody is told', async () => {
  const { ticket, entries } = await talk(9, 4);

  const muted = entries.filter((entry) => entry.type === 'event' && entry.kind === 'muted');
  expect(ticket.mutedAt).toBeDefined();
  expect(muted).toHaveLength(1);
  expect(muted.every(isToBeTold)).toBe(true);
  expect(entries.filter(({ type }) => type === 'message')).toHaveLength(18);
});

test('people who write to and fro over an afternoon are left alone', async () => {
  const { ticket } = await talk(9, 20);

  expect(ticket.mutedAt).toBeUndefined();
});
