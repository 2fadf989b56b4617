import { beforeAll, describe, expect, test } from 'vitest';
import type { TicketChange } from '../../functions/desk/change.ts';
import { identityKeyOf } from '../../functions/desk/customers/identity-key.ts';
import { moveDelivery } from '../../functions/desk/delivery/outcome.ts';
import { customerIdOf } from '../../functions/desk/ids.ts';
import { claim } from '../../functions/desk/tickets/claim.ts';
import { dispatchTicket } from '../../functions/desk/tickets/dispatch.ts';
import { receive } from '../../functions/desk/tickets/receive.ts';
import { reply } from '../../functions/desk/tickets/reply.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aBook, aDesk } from '../make/a-desk.ts';
import { aCustomer, anAgent } from '../make/a-ticket.ts';
import { anInbound } from '../make/an-inbound.ts';
import { aTable, type TestTable } from './a-table.ts';
import type { Measured } from './capacity-meter.ts';
import { aFirstMessage } from './opened.ts';
import { type WriteCost, writeCosts } from './write-costs.ts';

/**
 * Write units of architecture.md, by what the store says it took. The texts are as long as people write them, in the
 * script that takes two bytes a letter.
 */
const expectCost = ({ units, of }: Measured, cost: WriteCost): void => {
  const parts = Object.entries(of).map(([name, taken]) => `${name} ${taken}`);
  console.log(`${cost.operation}: ${units} of ${cost.most} write units (${parts.join(', ')})`);
  expect(units).toBeLessThanOrEqual(cost.most);
  // The page says this figure: change both together (`npm run access-patterns`).
  expect(units).toBe(cost.units);
};

const question =
  'Здравствуйте! Три недели назад я купила ноутбук в магазине «Электроника» через ваш сервис, покупка в кабинете ' +
  'появилась, но кэшбэк до сих пор не начислен. Номер заказа 78345-11, сумма 64 990 рублей, чек прикладываю. ' +
  'Подскажите, пожалуйста, когда его ждать и не нужно ли от меня ещё что-нибудь? С уважением, Мария Иванова';
const answer =
  'Добрый день, Мария! Магазин подтвердил покупку, кэшбэк 3 249 рублей появится в кабинете в течение трёх дней. ' +
  'Мы напишем вам, когда это случится. Если сумма окажется другой, просто ответьте на это письмо.';

const identity = {
  channel: 'mail',
  externalId: 'maria.ivanova.1987@customer.example',
  name: 'Мария Иванова',
  isVerified: true,
} as const;
const customer = aCustomer({
  id: customerIdOf(identityKeyOf(identity)),
  name: identity.name,
  language: 'ru',
  identities: [identity],
});
const mail = {
  sender: identity,
  replyTo: { address: identity.externalId, cc: [] },
  subject: 'Кэшбэк за ноутбук в «Электронике» не пришёл',
  text: question,
  language: 'ru',
} as const;
const agent = anAgent({ id: 'agt_0123456789abcdefghjkmnpq', name: 'Ольга Смирнова' });

let table: TestTable;
let tickets: ReturnType<typeof ticketStore>;
let outbox: ReturnType<typeof outboxStore>;
beforeAll(async () => {
  table = await aTable();
  tickets = ticketStore(table);
  outbox = outboxStore(table);
});

const load = async (id: string): Promise<Ticket> => {
  const ticket = await tickets.load(id);
  if (!ticket) throw new Error(`${id} is missing`);
  return ticket;
};
const save = async (change: TicketChange | undefined) => {
  if (!change) throw new Error('nothing to save');
  expect(await tickets.save(change)).toBe('saved');
};

/** Taken in, dispatched, and held by an agent if wanted. */
const aCase = async (number: number, { isClaimed = false } = {}): Promise<Ticket> => {
  const id = `tkt_${number}`;
  const externalId = `CAF7dJ3kfLq9b0dX+0Q2vB5R7kTz4N8w${number}@mail.example.com`;
  const inbound = { ...mail, externalId, references: [externalId] };
  const first = aFirstMessage({ number, customer, inbound });
  expect(await tickets.saveIntake(first)).toBe('saved');
  const ticket = await load(id);
  const now = '2026-11-02T09:00:02.000Z';
  const entries = first.entries;
  await save(dispatchTicket({ ticket, entries, desk: aDesk(), isAckAllowed: true, now }));
  if (isClaimed) await save(claimOf(await load(id)));
  return load(id);
};

const lease = {
  why: 'claimed',
  since: '2026-11-02T09:30:00.000Z',
  until: '2026-11-02T10:00:00.000Z',
} as const;
const claimOf = (ticket: Ticket) =>
  claim({ ticket, by: agent, takeOver: false, hold: lease, now: lease.since });

const replyOf = (ticket: Ticket) =>
  reply({
    ticket,
    by: agent,
    clientId: 'reply-1',
    text: answer,
    answersId: ticket.lastPublicId,
    attachments: [],
    statusAfter: 'waiting',
    book: aBook(),
    now: '2026-11-02T09:40:00.000Z',
  });

const furtherOf = (ticket: Ticket, occurredAt: string) => {
  const idempotencyKey = `mail|support|further-${ticket.number}-${occurredAt}@customer.example`;
  const inbound = anInbound({
    ...mail,
    idempotencyKey,
    occurredAt,
    references: [`CAK9xYzLq9b0dX+0Q2vB5R7kTz4N8w${ticket.number}@mail.example.com`],
    text: answer,
  });
  const now = occurredAt;
  const change = receive({ ticket, inbound, isCustomer: true, book: aBook(), now });
  return { ...change, idempotencyKey, contentHash: inbound.contentHash, pointers: [] };
};

describe('write units', () => {
  test('of a first message that opens a ticket with a new customer', async () => {
    const inbound = { ...mail, references: ['a8f2c3d4-e5f6@mail.example.com'] };
    const first = aFirstMessage({ number: 11, inbound, newCustomer: customer });

    const measured = await table.meter.measure(() => tickets.saveIntake(first));

    expectCost(measured, writeCosts.first);
  });

  test('of a further message while the ticket is open', async () => {
    const ticket = await aCase(20, { isClaimed: true });
    const change = furtherOf(ticket, '2026-11-02T09:35:00.000Z');

    const measured = await table.meter.measure(() => tickets.saveIntake(change));

    expectCost(measured, writeCosts.further);
  });

  test('of a further message that starts the wait again', async () => {
    const waiting = await aCase(21, { isClaimed: true });
    await save(replyOf(waiting).change);
    const change = furtherOf(await load('tkt_21'), '2026-11-02T11:00:00.000Z');

    const measured = await table.meter.measure(() => tickets.saveIntake(change));

    expectCost(measured, writeCosts.reopening);
  });

  test('of a reply until the provider has it', async () => {
    const { change, message } = replyOf(await aCase(30, { isClaimed: true }));

    const measured = await table.meter.measure(async () => {
      await save(change);
      sent = await deliver(message);
    });

    expectCost(measured, writeCosts.reply);
  });

  test('of the provider’s receipt', async () => {
    const measured = await table.meter.measure(() =>
      move(sent, 'delivered', '2026-11-02T09:40:05.000Z'),
    );

    expectCost(measured, writeCosts.receipt);
  });

  test('of a claim', async () => {
    const change = claimOf(await aCase(40));

    const measured = await table.meter.measure(() => save(change));

    expectCost(measured, writeCosts.claim);
  });
});

let sent: Message;

/** queued → sending → sent, with the alias by which the answer finds the ticket. */
const deliver = async (message: Message): Promise<Message> => {
  const place = { ticketId: message.ticketId, occurredAt: message.occurredAt, id: message.id };
  const claimed = await move(message, 'claim', '2026-11-02T09:40:01.000Z');
  const providerId = '010701937c9f6bcd-7a5a2b8e-1234-4c5d-9abc-1234567890ab-000000';
  await outbox.putAlias({ key: `wire|${providerId}@eu-central-1.amazonses.com`, place });
  return move(claimed, 'sent', '2026-11-02T09:40:02.000Z', providerId);
};

const move = async (
  message: Message,
  ...[action, now, providerId]: ['claim' | 'sent' | 'delivered', string, string?]
): Promise<Message> => {
  const from = message.delivery;
  const delivery = from && moveDelivery(from, action, { now, ...(providerId && { providerId }) });
  if (!from || !delivery) throw new Error(`cannot ${action}`);
  const moved = { ...message, delivery };
  expect(await outbox.moveDelivery({ message: moved, from })).toBe('saved');
  return moved;
};
