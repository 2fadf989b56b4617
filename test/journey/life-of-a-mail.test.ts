import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aStranger,
  isFromPerson,
  mailboxes,
  type Posted,
  postedTo,
  sendLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const wholeSeconds = (instant = '') => Math.floor(Date.parse(instant) / 1_000);

/** The next letter of a customer as a ticket's; answers the ticket's id. */
const write = async (letter: Parameters<typeof sendLetter>[1]): Promise<string> =>
  untilTaken(journey.table, await sendLetter(journey.desk, letter));
const statusOf = async (ticketId: string) => (await ann.view(ticketId)).ticket.status;

describe('a mail from a customer', () => {
  const kim = aStranger();
  let ticketId = '';
  let firstId = '';
  let answer: Posted;

  beforeAll(async () => {
    firstId = await sendLetter(journey.desk, {
      from: `Kim Doe <${kim}>`,
      subject: 'When will my withdrawal arrive?',
      text: 'I asked for my money on Monday.',
    });
    ticketId = await untilTaken(journey.table, firstId);
  });

  it('becomes a ticket of the topic its words name', async () => {
    const { ticket, customer } = await ann.view(ticketId);

    expect(ticket).toMatchObject({
      subject: 'When will my withdrawal arrive?',
      customerName: 'Kim Doe',
      topic: 'payouts',
      topicReason: { rule: 'keyword' },
      status: 'open',
    });
    expect(customer?.identities).toMatchObject([{ externalId: kim, isVerified: true }]);
  });

  it('is acknowledged once, with its number and the expected time', async () => {
    const acknowledgement = await untilPosted(journey.desk, kim, () => true);

    const number = ticketId.slice('tkt_'.length);
    expect(acknowledgement.subject).toContain(`no. ${number}`);
    expect(acknowledgement.text).toContain('within 4 hours');
    expect(acknowledgement.text).not.toContain('I asked for my money');
    expect(acknowledgement.header('auto-submitted')).toBe('auto-replied');
    expect(acknowledgement.header('in-reply-to')).toBe(`<${firstId}>`);
  });

  it('has a promise that runs', async () => {
    const { ticket } = await ann.untilTicket(ticketId, 'has a due time', (view) =>
      Boolean(view.ticket.dueAt),
    );

    // Clocks count whole seconds.
    const promised = wholeSeconds(ticket.dueAt) - wholeSeconds(ticket.waitingSince);
    expect(promised).toBe(4 * 3_600);
  });

  it('is claimed and spoken about among colleagues', async () => {
    const claimed = await ann.act(ticketId, 'claim');
    const note = await ann.post(`/api/tickets/${ticketId}/notes`, {
      clientId: crypto.randomUUID(),
      text: 'The bank is slow this week.',
    });

    expect([claimed.status, note.status]).toEqual([200, 201]);
    expect(claimed.body.ticket.assigneeId).toBe(journey.agents['Ann']?.id);
  });

  describe('when an agent answers it with a file', () => {
    const file = { name: 'transfer.txt', type: 'text/plain', content: Buffer.from('sent Monday') };

    beforeAll(async () => {
      const grant = await ann.upload(file);
      const saved = await ann.reply(ticketId, {
        text: 'It left us this morning.',
        attachments: [grant],
      });
      expect(saved.status).toBe(201);
      answer = await untilPosted(journey.desk, kim, isFromPerson);
    });

    it('leaves with the headers that keep a thread together', () => {
      const number = ticketId.slice('tkt_'.length);

      expect(answer.header('in-reply-to')).toBe(`<${firstId}>`);
      expect(answer.header('references')).toMatch(
        new RegExp(`^<t\\.${number}\\.[^>]+@help\\.kopilka\\.example> .*<${firstId}>$`, 's'),
      );
      expect(answer.replyTo?.[0]?.address).toMatch(
        new RegExp(`^support\\+${number}\\.[a-z2-7]{12}@help\\.kopilka\\.example$`),
      );
      expect(answer.subject).toMatch(
        new RegExp(`^Re: When will my withdrawal arrive\\? \\[#${number}-[a-z2-7]{6}\\]$`),
      );
      expect(answer.from?.name).toBe('Ann via Kopilka Support');
    });

    it('carries the text, the marked history and the file', () => {
      expect(answer.text).toContain('It left us this morning.');
      expect(answer.text).toContain('> I asked for my money on Monday.');
      expect(answer.text).toMatch(/\[ref:\d+\.[a-z2-7]{12}\]/);
      expect(answer.text).not.toContain('The bank is slow');
      expect(answer.attachments.map(({ filename }) => filename)).toEqual(['transfer.txt']);
    });

    it('is shown as delivered', async () => {
      await ann.untilTicket(ticketId, 'shows the delivery', ({ entries }) =>
        entries.some(
          (entry) =>
            entry.type === 'message' &&
            entry.kind === 'reply' &&
            entry.delivery?.state === 'delivered',
        ),
      );

      expect(await statusOf(ticketId)).toBe('waiting');
    });
  });

  describe('when the customer answers', () => {
    const plain = { from: kim, subject: 'more', text: 'Thank you.' };

    it('finds the ticket by the reply address alone', async () => {
      expect(await write({ ...plain, to: answer.replyTo?.[0]?.address })).toBe(ticketId);
    });

    it('finds it by our own id in References alone', async () => {
      const [ours] = answer.header('references').split(/\s+/);

      expect(await write({ ...plain, references: ours })).toBe(ticketId);
    });

    it("finds it by SES's own id in In-Reply-To alone", async () => {
      expect(answer.messageId).toMatch(/amazonses\.com>$/);
      expect(await write({ ...plain, inReplyTo: answer.messageId })).toBe(ticketId);
    });

    it('finds it by the tag in the subject alone', async () => {
      const [tag] = /\[#.*\]/.exec(answer.subject ?? '') ?? [];

      expect(await write({ ...plain, subject: `Fwd: more ${tag}` })).toBe(ticketId);
    });

    it('finds it by the marker in the quotation alone', async () => {
      const [marker] = /\[ref:[^\]]*\]/.exec(answer.text ?? '') ?? [];

      expect(await write({ ...plain, text: `Thank you.\n\n> ${marker}\n> It left` })).toBe(
        ticketId,
      );
    });

    it('opens a ticket of its own with none of them', async () => {
      expect(await write(plain)).not.toBe(ticketId);
    });

    it('does not get in by a tag that a stranger copied', async () => {
      const [tag] = /\[#.*\]/.exec(answer.subject ?? '') ?? [];

      expect(await write({ ...plain, from: aStranger(), subject: `Re: ${tag}` })).not.toBe(
        ticketId,
      );
    });

    it('brings the ticket back to work, and is not acknowledged again', async () => {
      await ann.untilTicket(ticketId, 'is open', ({ ticket }) => ticket.status === 'open');

      const sent = await postedTo(journey.desk, kim);
      expect(
        sent.filter((mail) => mail.subject?.includes(ticketId.slice(4)) && !isFromPerson(mail)),
      ).toHaveLength(1);
    });
  });

  describe('when it is closed', () => {
    const again = () => ({ from: kim, to: answer.replyTo?.[0]?.address, subject: 'Re: more' });

    it('is opened again by an answer within two weeks', async () => {
      await ann.act(ticketId, 'status', { status: 'closed' });

      expect(await write({ ...again(), text: 'It did not arrive.' })).toBe(ticketId);
      expect(await statusOf(ticketId)).toBe('open');
    });

    it('is followed up by a linked ticket when it was long ago', async () => {
      await ann.act(ticketId, 'status', { status: 'closed' });
      await closedDaysAgo(20);

      const followUp = await write({ ...again(), text: 'And a month later?' });

      expect(followUp).not.toBe(ticketId);
      expect((await ann.view(followUp)).ticket).toMatchObject({ followUpOf: ticketId });
      await ann.untilTicket(
        ticketId,
        'names its follow-up',
        ({ ticket }) => ticket.followedUpBy === followUp,
      );
    });

    async function closedDaysAgo(days: number): Promise<void> {
      const tickets = ticketStore(journey.table);
      const ticket = await tickets.load(ticketId);
      if (!ticket) throw new Error('no ticket');
      const closedAt = new Date(Date.now() - days * 86_400_000).toISOString();
      const older = { ...ticket, closedAt, version: ticket.version + 1 };
      await tickets.save({ ticket: older, expects: ticket.version, entries: [] });
    }
  });
});

describe('a mail in Russian to another mailbox', () => {
  it('is acknowledged in Russian, from that mailbox', async () => {
    const from = aStranger('olya');

    await sendLetter(journey.desk, {
      from,
      to: mailboxes.payouts,
      subject: 'Где мои деньги?',
      text: 'Здравствуйте! Я заказала выплату в понедельник, а денег всё нет.',
    });

    const acknowledgement = await untilPosted(journey.desk, from, () => true);
    expect(acknowledgement.from?.address).toBe(mailboxes.payouts);
    expect(acknowledgement.text).toMatch(/[а-я]{4}/);
  });
});
