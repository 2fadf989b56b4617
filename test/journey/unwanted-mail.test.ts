import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aStranger,
  mailboxes,
  postedTo,
  sendBytes,
  sendLetter,
  untilTaken,
} from '../make/letters.ts';
import { receiveMail } from '../make/received-mail.ts';
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

const taken = (messageId: string) => untilTaken(journey.table, messageId);
const write = async (letter: Parameters<typeof sendLetter>[1]) =>
  taken(await sendLetter(journey.desk, letter));
const settled = () => untilSettled(journey.desk);

describe('mail that nobody should answer', () => {
  it('opens a ticket when it came by a list, and is not acknowledged', async () => {
    const from = aStranger('list');

    const ticketId = await write({
      from,
      headers: { 'List-Id': '<news.example.net>', 'List-Unsubscribe': '<https://example.net/u>' },
    });
    await settled();

    expect((await ann.view(ticketId)).ticket.status).toBe('open');
    expect(await postedTo(journey.desk, from)).toEqual([]);
  });

  it('is held apart when SES calls it spam, and can be released', async () => {
    const from = aStranger('spammer');
    const subject = `Win ${randomUUID()}`;
    const headers = { 'X-Local-Verdict': 'spam=FAIL' };
    const ticketId = await write({ from, subject, headers });
    await settled();
    const { ticket } = await ann.view(ticketId);
    const listed = async (group: string) =>
      (
        await ann.get<{ items: { id: string }[] }>(
          `/api/tickets?topic=${ticket.topic}&group=${group}`,
        )
      ).body.items.some(({ id }) => id === ticketId);

    expect([ticket.status, await listed('spam'), await listed('active')]).toEqual([
      'spam',
      true,
      false,
    ]);
    expect(await postedTo(journey.desk, from)).toEqual([]);
    await ann.act(ticketId, 'status', { status: 'open' });
    await until('it is in the work list', () => listed('active'));
  });

  it('shows no file that SES calls a virus', async () => {
    const ticketId = await write({
      from: aStranger(),
      headers: { 'X-Local-Verdict': 'virus=FAIL' },
      attachments: [{ filename: 'bill.exe', content: 'MZ' }],
    });

    const [message] = await ann.messages(ticketId);

    expect(message?.flags).toContain('virus');
    expect(message?.attachments).toEqual([]);
    expect((await ann.view(ticketId)).ticket).toMatchObject({ status: 'spam', held: 'virus' });
  });

  it('of a forged sender sees nothing of whom it names', async () => {
    const owner = aStranger('owner');
    const known = await write({ from: owner, subject: 'Mine' });

    const forged = await write({
      from: owner,
      subject: 'Also mine',
      headers: { 'X-Local-Verdict': 'spf=FAIL dkim=FAIL dmarc=FAIL policy=reject' },
    });

    const [first, second] = await Promise.all([ann.view(known), ann.view(forged)]);
    expect(second.customer?.id).not.toBe(first.customer?.id);
    expect((await ann.messages(forged))[0]?.flags).toContain('sender-unverified');
  });
});

describe('bytes that are no mail', () => {
  type Listed = { items: { id: string; customerName: string }[] };
  const untilListed = (from: string) =>
    until('the ticket', async () => {
      const { body } = await ann.get<Listed>('/api/tickets?topic=other&group=active');
      return body.items.find(({ customerName }) => customerName === from)?.id;
    });

  it('become a ticket whose bytes an admin can fetch', async () => {
    const from = aStranger('broken');
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x02]);

    await sendBytes(journey.desk, bytes, { from, to: mailboxes.support });

    const ticketId = await untilListed(from);
    const [message] = await ann.messages(ticketId);
    const lena = await journey.as('Lena');
    const path = `/api/tickets/${ticketId}/messages/${message?.id}/raw`;
    const { body } = await lena.get<{ url: string }>(`${path}?occurredAt=${message?.occurredAt}`);
    const raw = Buffer.from(await (await fetch(body.url)).arrayBuffer());
    expect(raw.subarray(-7, -2)).toEqual(bytes);
  });

  it('become a ticket with the mail attached when nothing can be read', async () => {
    const from = aStranger('empty');

    await receiveMail(journey.desk, { raw: '', from });

    const [message] = await ann.messages(await untilListed(from));
    expect(message?.flags).toContain('unreadable');
    expect(message?.attachments).toMatchObject([{ name: 'message.eml', kind: 'raw' }]);
  });
});
