import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ticket } from '../../schemas/ticket.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aChat,
  anUpdate,
  numberIn,
  postUpdate,
  saidIn,
  telegram,
  untilDelivered,
} from '../make/hooks.ts';
import {
  aStranger,
  isFromPerson,
  mailboxes,
  postedTo,
  sendLetter,
  untilTaken,
} from '../make/letters.ts';
import type { Refusal, Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { untilSettled } from '../make/until-settled.ts';

let journey: JourneyDesk;
let ann: Staff;
let bob: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  [ann, bob] = await Promise.all([journey.as('Ann'), journey.as('Bob')]);
});
afterAll(() => journey.end());

const taken = (messageId: string) => untilTaken(journey.table, messageId);
const write = async (letter: Parameters<typeof sendLetter>[1]) =>
  taken(await sendLetter(journey.desk, letter));
const ticketsOf = async (ticketId: string): Promise<readonly string[]> => {
  const { customer } = await ann.view(ticketId);
  const { body } = await ann.get<{ items: Ticket[] }>(`/api/customers/${customer?.id}/tickets`);
  return body.items.map(({ id }) => id);
};
const settled = () => untilSettled(journey.desk);
const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('the same mail', () => {
  it('twice makes one ticket and one acknowledgement', async () => {
    const from = aStranger();
    const letter = { from, messageId: `<${randomUUID()}@example.net>` };

    const ticketId = await write(letter);
    await sendLetter(journey.desk, letter);
    await settled();

    expect(await ticketsOf(ticketId)).toEqual([ticketId]);
    expect(await ann.messages(ticketId)).toHaveLength(2);
    expect(await postedTo(journey.desk, from)).toHaveLength(1);
  });

  it('four times at once makes one ticket', async () => {
    const from = aStranger();
    const letter = { from, messageId: `<${randomUUID()}@example.net>` };

    const ids = await Promise.all([1, 2, 3, 4].map(() => sendLetter(journey.desk, letter)));
    const ticketId = await taken(ids[0] ?? '');
    await settled();

    expect(await ticketsOf(ticketId)).toEqual([ticketId]);
    const received = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect(received).toHaveLength(1);
  });

  it('is two when a broken program gives two mails one id', async () => {
    const from = aStranger();
    const letter = { from, messageId: `<${randomUUID()}@example.net>` };

    const first = await write({ ...letter, subject: 'One', text: 'One.' });
    await sendLetter(journey.desk, { ...letter, subject: 'Two', text: 'Two.' });

    await until('both', async () => (await ticketsOf(first)).length === 2);
  });
});

describe('two first messages of one chat at once', () => {
  it('end in one ticket that holds both', async () => {
    const chat = aChat();
    const updates = [anUpdate(chat, 'Hello'), anUpdate(chat, 'Is anybody there?')];

    await Promise.all(updates.map((update) => postUpdate(journey.desk, update)));

    const ids = await Promise.all(
      updates.map((update) => untilDelivered(journey.table, telegram, numberIn(update))),
    );
    await settled();
    expect(new Set(ids).size).toBe(1);
    const received = (await ann.messages(ids[0] ?? '')).filter(
      ({ direction }) => direction === 'in',
    );
    expect(received).toHaveLength(2);
    expect(saidIn(journey.desk, chat)).toHaveLength(1);
  });
});

describe('two agents who claim one ticket at once', () => {
  it('are one who has it and one who is told who has it', async () => {
    const ticketId = await write({ from: aStranger() });
    await settled();
    const { version } = (await ann.view(ticketId)).ticket;
    const path = `/api/tickets/${ticketId}/claim`;

    const answers = await Promise.all([
      ann.post<Refusal>(path, { version }),
      bob.post<Refusal>(path, { version }),
    ]);

    expect(statuses(answers)).toEqual([200, 409]);
    const holderId = (await ann.view(ticketId)).ticket.assigneeId;
    const holder = Object.values(journey.agents).find(({ id }) => id === holderId);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('ticket.claimed');
    expect(refused?.body.title).toContain(holder?.name);
  });
});

describe('eight agents who ask for the next ticket at once', () => {
  it('get eight different tickets', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, offer));
    const names = ['Ann', 'Bob', 'Lena', 'Cid', 'Dora', 'Eve', 'Finn', 'Gus'];
    const agents = await Promise.all(names.map((name) => journey.as(name)));

    const answers = await Promise.all(
      agents.map((agent) =>
        agent.post<{ ticket?: Ticket }>('/api/tickets/next', { topics: ['partnership'] }),
      ),
    );

    const taken = answers.map(({ body }) => body.ticket?.id);
    expect(new Set(taken).size).toBe(8);
    expect(taken.toSorted()).toEqual(ids.toSorted());
  });

  const offer = async () => {
    const letter = { from: aStranger(), to: mailboxes.partners, subject: 'Offer' };
    return untilTaken(journey.table, await sendLetter(journey.desk, letter), 'partners');
  };
});

describe('a reply', () => {
  const opened = async () => {
    const from = aStranger();
    const ticketId = await write({ from, subject: 'Where is it?' });
    await settled();
    return { from, ticketId };
  };

  it('written on old knowledge is refused and says what was said since', async () => {
    const { from, ticketId } = await opened();
    const { lastPublicId: answersId } = (await ann.view(ticketId)).ticket;
    const acknowledgement = (await postedTo(journey.desk, from))[0];
    await write({ from, inReplyTo: acknowledgement?.messageId, text: 'Never mind, it is here.' });

    const refused = await ann.post<Refusal>(`/api/tickets/${ticketId}/replies`, {
      clientId: randomUUID(),
      answersId,
      text: 'We are looking for it.',
    });

    const [, said] = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect([refused.status, refused.body.code]).toEqual([409, 'reply.outdated']);
    expect(refused.body.changed).toEqual([said?.id]);
    expect((await postedTo(journey.desk, from)).filter(isFromPerson)).toEqual([]);
  });

  it('sent twice by one click leaves once', async () => {
    const { from, ticketId } = await opened();
    const { lastPublicId: answersId } = (await ann.view(ticketId)).ticket;
    const body = { clientId: randomUUID(), answersId, text: 'Here it is.' };
    const path = `/api/tickets/${ticketId}/replies`;

    const answers = await Promise.all([ann.post(path, body), ann.post(path, body)]);
    answers.push(await ann.post(path, body));

    expect(statuses(answers)).toEqual([201, 201, 201]);
    await until('the mail', async () => (await postedTo(journey.desk, from)).some(isFromPerson));
    await settled();
    expect((await postedTo(journey.desk, from)).filter(isFromPerson)).toHaveLength(1);
    const replies = (await ann.messages(ticketId)).filter(({ kind }) => kind === 'reply');
    expect(replies).toHaveLength(1);
  });

  it('of two agents at once is saved once, the other is told', async () => {
    const { from, ticketId } = await opened();
    const { lastPublicId: answersId } = (await ann.view(ticketId)).ticket;
    const path = `/api/tickets/${ticketId}/replies`;

    const answers = await Promise.all(
      [ann, bob].map((agent) =>
        agent.post<Refusal>(path, { clientId: randomUUID(), answersId, text: 'Here it is.' }),
      ),
    );

    expect(statuses(answers)).toEqual([201, 409]);
    await settled();
    expect((await postedTo(journey.desk, from)).filter(isFromPerson)).toHaveLength(1);
  });
});
