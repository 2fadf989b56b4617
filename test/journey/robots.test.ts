import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aStranger,
  isFromPerson,
  mailboxes,
  type Posted,
  postedTo,
  sendBytes,
  sendLetter,
  ticketOfLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { untilSettled } from '../make/until-settled.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const wholeSeconds = (instant = '') => Math.floor(Date.parse(instant) / 1_000);

const taken = (messageId: string) => untilTaken(journey.table, messageId);
const write = async (letter: Parameters<typeof sendLetter>[1]) =>
  taken(await sendLetter(journey.desk, letter));
const settled = () => untilSettled(journey.desk);
/** A ticket with an agent's answer; the answer as it left. */
const answered = async (): Promise<{ kim: string; ticketId: string; answer: Posted }> => {
  const kim = aStranger();
  const ticketId = await write({ from: kim, subject: 'Where is it?' });
  await ann.reply(ticketId, { text: 'On its way.' });
  return { kim, ticketId, answer: await untilPosted(journey.desk, kim, isFromPerson) };
};

describe('our own mail come back', () => {
  it('makes no ticket and no answer', async () => {
    const from = aStranger('forwarder');

    const looped = await sendLetter(journey.desk, {
      from,
      headers: { 'X-Firstline-Loop': 'help.kopilka.example' },
    });
    await settled();

    expect(await ticketOfLetter(journey.table, looped)).toBeUndefined();
    expect(await postedTo(journey.desk, from)).toEqual([]);
  });
});

describe('a robot that answers', () => {
  it('is kept on the ticket, opens nothing again and gets no answer', async () => {
    const { kim, ticketId, answer } = await answered();
    const before = (await postedTo(journey.desk, kim)).length;

    const away = await write({
      from: kim,
      to: answer.replyTo?.[0]?.address,
      subject: 'Out of office: Re: Where is it?',
      text: 'I am away until Monday.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await settled();

    expect(away).toBe(ticketId);
    expect((await ann.view(ticketId)).ticket).toMatchObject({ status: 'waiting' });
    expect((await ann.messages(ticketId)).at(-1)).toMatchObject({ kind: 'auto-reply' });
    expect(await postedTo(journey.desk, kim)).toHaveLength(before);
  });

  it('is not acknowledged when it writes first', async () => {
    const from = aStranger('robot');

    await write({ from, headers: { 'Auto-Submitted': 'auto-generated' } });
    await settled();

    expect(await postedTo(journey.desk, from)).toEqual([]);
  });

  it('cannot start two desks thanking each other', async () => {
    const from = aStranger('desk');

    await write({ from, subject: 'We have your request 1' });
    await write({ from, subject: 'We have your request 2' });
    await settled();

    expect(await postedTo(journey.desk, from)).toHaveLength(1);
  });
});

describe('a bounce that comes as mail', () => {
  /** RFC 3464, as Postfix writes it. */
  const bounceOf = (kim: string, answer: Posted, messageId: string) =>
    [
      'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
      `To: ${mailboxes.support}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <${messageId}>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain',
      '',
      'I could not deliver your mail.',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      '',
      `Final-Recipient: rfc822; ${kim}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
      '',
      '--b1',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${answer.messageId}`,
      `To: ${kim}`,
      '',
      '--b1--',
      '',
    ].join('\r\n');

  it('is put on the message that bounced, and its clock goes on', async () => {
    const { kim, ticketId, answer } = await answered();
    const messageId = `${randomUUID()}@mx.example.net`;
    const { ticket: before } = await ann.view(ticketId);
    expect(before).toMatchObject({ status: 'waiting' });
    expect(before.dueAt).toBeUndefined();

    await sendBytes(journey.desk, bounceOf(kim, answer, messageId), {
      from: '',
      to: mailboxes.support,
    });

    const { ticket, entries } = await ann.untilTicket(
      ticketId,
      'is back in work',
      (view) => view.ticket.status === 'open',
    );
    const reply = entries.find((entry) => entry.type === 'message' && entry.kind === 'reply');
    expect(reply).toMatchObject({ delivery: { state: 'bounced', permanent: true } });
    expect(await taken(messageId)).toBe(ticketId);
    // Clocks count whole seconds.
    const promised = wholeSeconds(ticket.dueAt) - wholeSeconds(ticket.createdAt);
    expect(promised).toBe(8 * 3_600);
  });
});

describe('a bounce that SES reports', () => {
  it('is put on the message, which can be sent again', async () => {
    const kim = `bounce+${randomUUID().slice(0, 8)}@simulator.amazonses.com`;
    const ticketId = await write({ from: kim, subject: 'Where is it?' });
    await ann.reply(ticketId, { text: 'On its way.' });
    await ann.untilTicket(
      ticketId,
      'is back in work',
      ({ entries, ticket }) =>
        ticket.status === 'open' &&
        entries.some((entry) => entry.type === 'event' && entry.kind === 'delivery-failed'),
    );
    const reply = (await ann.messages(ticketId)).find(({ kind }) => kind === 'reply');

    const again = await ann.post(`/api/tickets/${ticketId}/messages/${reply?.id}/resend`, {
      occurredAt: reply?.occurredAt,
    });

    expect([reply?.delivery?.state, again.status]).toEqual(['bounced', 200]);
    await until('the second failure', async () => {
      const { entries } = await ann.view(ticketId);
      const failed = entries.filter(
        (entry) => entry.type === 'event' && entry.kind === 'delivery-failed',
      );
      return failed.length === 2;
    });
  });
});
