import { beforeEach, describe, expect, test } from 'vitest';
import { inChat } from '../../functions/channels/in-chat.ts';
import { chatKey, deliveryKey } from '../../functions/channels/pointers.ts';
import { mergePersons, partPerson } from '../../functions/desk/customers/merge.ts';
import { membersOf } from '../../functions/desk/customers/person.ts';
import type { Inbound } from '../../functions/desk/inbound.ts';
import { customerStore } from '../../functions/dynamo/customers.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { recognize } from '../../functions/entry/intake/recognize.ts';
import { takeMessage } from '../../functions/entry/intake/take-message.ts';
import type { Taken } from '../../functions/entry/intake/taken.ts';
import { anInbound } from '../make/an-inbound.ts';
import { anIntake, type TestIntake, testConnections } from '../make/an-intake.ts';
import { inAnnsChat } from '../make/in-a-chat.ts';
import { aTable, type TestTable } from './a-table.ts';

let table: TestTable;
let intake: TestIntake;
let customers: ReturnType<typeof customerStore>;
beforeEach(async () => {
  table = await aTable();
  customers = customerStore(table);
  intake = anIntake(table, {
    settings: {
      reopenDays: 14,
      connections: [
        ...testConnections,
        { id: 'wa', channel: 'whatsapp', name: 'WhatsApp', topic: 'other', phoneNumberId: '1' },
      ],
    },
  });
});

const take = async (inbound: Inbound): Promise<Taken> => {
  const taken = await takeMessage(intake, inbound);
  if (!taken) throw new Error('nothing new');
  await recognize(intake, inbound, taken);
  return taken;
};
const personOf = async ({ sender }: Inbound) => {
  const customer = await customers.findByIdentity(sender);
  const person = customer && (await customers.loadPerson(customer.id));
  if (!person) throw new Error('nobody');
  return person;
};
const rootOf = async (inbound: Inbound) => (await personOf(inbound)).root.id;

const anMail = anInbound();
const inWhatsApp = (over: Partial<Inbound> = {}) =>
  inAnnsChat('w1', {
    channel: 'whatsapp',
    connectionId: 'wa',
    idempotencyKey: deliveryKey('whatsapp', 'wa', 'w1'),
    sender: {
      channel: 'whatsapp',
      connectionId: 'wa',
      externalId: '4930123456',
      name: 'Ann Lee',
      isVerified: true,
    },
    ...inChat(chatKey('whatsapp', 'wa', '4930123456')),
    ...over,
  });

describe('people are joined by proof', () => {
  test.each(['mail first', 'chat first'] as const)('of an address: %s', async (order) => {
    const inbounds = [anMail, inAnnsChat('10', { provenEmail: 'ann@customer.example' })];

    for (const each of order === 'mail first' ? inbounds : inbounds.toReversed()) await take(each);

    const [mail, chat] = await Promise.all(inbounds.map(rootOf));
    expect(chat).toBe(mail);
  });

  test.each(['telegram first', 'whatsapp first'] as const)('of a number: %s', async (order) => {
    const inbounds = [inAnnsChat('10', { provenPhone: '+4930123456' }), inWhatsApp()];

    for (const each of order === 'telegram first' ? inbounds : inbounds.toReversed())
      await take(each);

    const [telegram, whatsapp] = await Promise.all(inbounds.map(rootOf));
    expect(whatsapp).toBe(telegram);
  });

  test('at the same moment end in one person', async () => {
    const chat = inAnnsChat('10', { provenEmail: 'ann@customer.example' });

    await Promise.all([anMail, chat, anMail, chat].map(take));
    await take(chat);

    expect(await rootOf(chat)).toBe(await rootOf(anMail));
  });

  test('and not by what was typed', async () => {
    await take(anMail);
    await take(inAnnsChat('10', { typed: ['ann@customer.example'] }));

    expect(await rootOf(inAnnsChat('10'))).not.toBe(await rootOf(anMail));
    expect((await personOf(inAnnsChat('10'))).root.typed).toEqual(['ann@customer.example']);
  });

  test('are not joined again after an agent parted them', async () => {
    const chat = (id: string) => inAnnsChat(id, { provenEmail: 'ann@customer.example' });
    await take(anMail);
    await take(chat('10'));
    const whole = await personOf(anMail);
    const other = whole.merged[0]?.id ?? '';

    await customers.saveTogether(partPerson(whole, other));
    await take(chat('11'));

    expect(await rootOf(chat('11'))).not.toBe(await rootOf(anMail));
  });
});

describe('a merged person', () => {
  test('has everyone’s tickets in one list', async () => {
    const [first, second] = [await take(anMail), await take(inAnnsChat('10'))];
    const changes = mergePersons(await personOf(anMail), await personOf(inAnnsChat('10')));
    await customers.saveTogether(changes ?? []);

    const customerIds = membersOf(await personOf(anMail)).map(({ id }) => id);
    const { items } = await ticketStore(table).listByCustomer({
      customerIds,
      limit: 50,
    });

    expect(items.map(({ id }) => id).toSorted()).toEqual(
      [first.ticketId, second.ticketId].toSorted(),
    );
  });

  test('is the customer of each ticket, whichever way they write', async () => {
    const { ticketId } = await take(anMail);
    await take(inAnnsChat('10'));
    const changes = mergePersons(await personOf(inAnnsChat('10')), await personOf(anMail));
    await customers.saveTogether(changes ?? []);

    await take(inAnnsChat('11', { knownTickets: [ticketId] }));

    const found = await intake.tickets.loadWithTimeline(ticketId, { limit: 10 });
    expect(found?.entries.at(-1)).toMatchObject({ kind: 'customer', flags: [] });
  });

  test('is no ring, whoever merges whom at the same moment', async () => {
    await take(anMail);
    await take(inAnnsChat('10'));
    const [mail, chat] = [await personOf(anMail), await personOf(inAnnsChat('10'))];

    const saved = await Promise.all([
      customers.saveTogether(mergePersons(mail, chat) ?? []),
      customers.saveTogether(mergePersons(chat, mail) ?? []),
    ]);

    expect(saved.toSorted()).toEqual(['saved', 'stale']);
    expect(await rootOf(anMail)).toBe(await rootOf(inAnnsChat('10')));
  });

  test('costs one read when nobody was merged, and four writes to make', async () => {
    await take(anMail);
    await take(inAnnsChat('10'));
    const [mail, chat] = [await personOf(anMail), await personOf(inAnnsChat('10'))];

    const read = await table.meter.measure(() => customers.loadPerson(mail.root.id));
    const merge = await table.meter.measure(() =>
      customers.saveTogether(mergePersons(mail, chat) ?? []),
    );

    expect([read.units, merge.units]).toEqual([1, 4]);
  });
});
