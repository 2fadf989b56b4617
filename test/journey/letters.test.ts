import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, sendLetter, untilTaken } from '../make/letters.ts';
import type { Answered, Refusal, Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
let letters = 0;
/** Taken once: the tests may run over midnight. */
const [arrived, postmarked] = [daysAgo(3), daysAgo(5)];
const aScan = () => ({
  name: 'scan.pdf',
  type: 'application/pdf',
  content: Buffer.from(`%PDF-1.4 scan ${(letters += 1)}`),
});
const sender = { name: 'Анна Ли', address: ['Hauptstraße 5', '10115 Berlin'] };
const address = 'Анна Ли\nHauptstraße 5\n10115 Berlin';
const aLetter = (over: Record<string, unknown> = {}) => ({
  connectionId: 'letters',
  registerNumber: `E-${(letters += 1)}`,
  arrivedOn: daysAgo(1),
  sender,
  subject: 'Objection to the payout',
  text: 'I object to the payout of Monday.',
  ...over,
});
type Entered = { year: number; registerNumber: string; ticketId?: string };
const enter = (letter: Record<string, unknown>) =>
  ann.post<Entered & Refusal>('/api/letters', letter);
const find = (letter: { registerNumber: string; arrivedOn: string }) => {
  const query = new URLSearchParams({
    connectionId: 'letters',
    year: letter.arrivedOn.slice(0, 4),
    registerNumber: letter.registerNumber,
  });
  return ann.get<{ ticketId: string; messageId: string }>(`/api/letters?${query.toString()}`);
};
const untilEntered = (letter: { registerNumber: string; arrivedOn: string }) =>
  until(`letter ${letter.registerNumber}`, async () => {
    const { status, body } = await find(letter);
    return status === 200 && body.ticketId;
  });

describe('a letter that a clerk enters', () => {
  const scan = aScan();
  const letter = aLetter({ arrivedOn: arrived, postmarkedOn: postmarked });
  let ticketId = '';

  beforeAll(async () => {
    const { status, body } = await enter({ ...letter, scans: [await ann.upload(scan)] });
    expect({ status, body }).toMatchObject({
      status: 202,
      body: { registerNumber: letter.registerNumber },
    });
    ticketId = await untilEntered(letter);
  });

  it('is a ticket since the day it arrived, with its scan', async () => {
    const { ticket, entries, customer } = await ann.view(ticketId);

    expect(ticket).toMatchObject({
      channel: 'letter',
      subject: 'Objection to the payout',
      customerName: 'Анна Ли',
      createdAt: `${arrived}T00:00:00.000Z`,
      replyTo: { address },
    });
    expect(entries[0]).toMatchObject({
      letter: { arrivedOn: arrived, postmarkedOn: postmarked, enteredBy: 'Ann' },
      attachments: [{ name: 'scan.pdf' }],
      occurredAt: `${arrived}T00:00:00.000Z`,
    });
    expect(customer?.identities).toMatchObject([{ channel: 'letter', isVerified: false }]);
  });

  it('owes its first answer since then', async () => {
    const { ticket } = await ann.untilTicket(ticketId, 'has its promise', ({ ticket: seen }) =>
      Boolean(seen.clocks),
    );

    const began = ticket.clocks?.running.map(({ start }) => new Date(start * 1000).toISOString());
    expect([...new Set(began)]).toEqual([`${arrived}T00:00:00.000Z`]);
    expect(ticket.waitingSince).toBe(`${arrived}T00:00:00.000Z`);
  });

  it('is the same letter when the form is sent twice', async () => {
    const again = await enter({ ...letter, scans: [await ann.upload(scan)] });

    expect(again).toMatchObject({ status: 202, body: { ticketId } });
  });

  it('keeps its number from other letters', async () => {
    const other = await enter({ ...letter, text: 'Something else.' });

    expect(other).toMatchObject({
      status: 409,
      body: { code: 'letter.registered', changed: [ticketId] },
    });
  });

  it('is noticed when its scan comes under another number', async () => {
    const double = aLetter({ scans: [await ann.upload(scan)] });

    expect(await enter(double)).toMatchObject({
      status: 409,
      body: { code: 'letter.duplicate', changed: [ticketId] },
    });
    const known = { ...double, scans: [await ann.upload(scan)], isDuplicateKnown: true };
    expect((await enter(known)).status).toBe(202);
  });

  it.each([
    ['in the future', { arrivedOn: daysAgo(-2) }, 'letter.future'],
    ['at an office that is none', { connectionId: 'support' }, 'letter.no-office'],
    ['about a ticket that is none', { ticketId: 'tkt_999999' }, 'ticket.missing'],
    ['of a customer who is none', { customerId: `cus_${'0'.repeat(24)}` }, 'customer.missing'],
  ])('%s is refused', async (_name, over, code) => {
    expect((await enter(aLetter(over))).body.code).toBe(code);
  });
});

describe('a letter of somebody known', () => {
  it('is the customer’s whom the clerk names, and so is the next from there', async () => {
    const mailed = await untilTaken(
      journey.table,
      await sendLetter(journey.desk, { from: aStranger() }),
    );
    const { ticket } = await ann.view(mailed);
    const from = { name: 'Kim', address: ['Ring 1', 'Wien'] };
    const first = aLetter({ sender: from, customerId: ticket.customerId });
    const second = aLetter({ sender: from });

    expect((await enter(first)).status).toBe(202);
    const tickets = [await untilEntered(first)];
    expect((await enter(second)).status).toBe(202);
    tickets.push(await untilEntered(second));

    for (const id of tickets)
      expect((await ann.view(id)).ticket.customerId).toBe(ticket.customerId);
  });

  it('goes on the ticket that it names, and shows nothing when confidential', async () => {
    const open = aLetter({ isConfidential: true, sender: { name: 'Bo', address: ['Weg 2'] } });
    await enter(open);
    const ticketId = await untilEntered(open);
    expect((await ann.view(ticketId)).ticket.preview).toBe('');

    const more = aLetter({ ticketId, sender: { name: 'Bo', address: ['Weg 2'] } });
    await enter(more);

    expect(await untilEntered(more)).toBe(ticketId);
  });
});

describe('an answer by letter', () => {
  let ticketId = '';
  const untilPaper = (state: string): Promise<MessageView> =>
    until(`the letter ${state}`, async () =>
      (await ann.messages(ticketId)).find(({ delivery }) => delivery?.paper?.state === state),
    );
  const move = (message: MessageView, body: Record<string, unknown>) =>
    ann.post<{ message: MessageView } & Refusal>(
      `/api/tickets/${ticketId}/messages/${message.id}/letter`,
      { occurredAt: message.occurredAt, ...body },
    );
  const fileOf = ({ id, occurredAt }: MessageView): Promise<Answered<{ url: string }>> =>
    ann.get(`/api/tickets/${ticketId}/messages/${id}/letter?occurredAt=${occurredAt}`);

  beforeAll(async () => {
    const letter = aLetter();
    await enter(letter);
    ticketId = await untilEntered(letter);
    await ann.act(ticketId, 'claim');
    await ann.reply(ticketId, { text: 'Здравствуйте! It was paid on Monday.' });
  });

  it('is a file to print, and leaves by nobody but us', async () => {
    const drafted = await untilPaper('drafted');
    expect(drafted.delivery?.state).toBe('queued');

    const { body } = await fileOf(drafted);
    const file = await fetch(body.url);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is followed from the printer to the post and back, never against the order', async () => {
    const drafted = await untilPaper('drafted');
    expect((await move(drafted, { action: 'deliver' })).body.code).toBe('letter.wrong-state');

    expect((await move(drafted, { action: 'print' })).status).toBe(200);
    const posted = await move(drafted, { action: 'post', trackingNumber: 'RR123456785DE' });
    expect(posted.body.message.delivery).toMatchObject({
      state: 'sent',
      paper: { state: 'posted', trackingNumber: 'RR123456785DE' },
    });
    expect((await move(drafted, { action: 'return' })).status).toBe(200);

    await ann.untilTicket(
      ticketId,
      'is open again, its address marked',
      ({ ticket, customer, reach }) =>
        ticket.status === 'open' &&
        customer?.identities[0]?.blockedAt !== undefined &&
        reach?.state === 'blocked',
    );
  });

  it('is made anew when it is sent again', async () => {
    const returned = await untilPaper('returned');
    const { occurredAt } = returned;
    await ann.post(`/api/tickets/${ticketId}/messages/${returned.id}/resend`, { occurredAt });

    const again = await untilPaper('drafted');
    expect((await fileOf(again)).body.url).toContain('letter-1.pdf');
  });
});
