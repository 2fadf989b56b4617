import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../../schemas/customer.ts';
import type { Message } from '../../../../schemas/timeline.ts';
import { aCustomer, aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { memoryCustomers } from '../../../../test/make/memory-customers.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example', name: 'Olga' });
const connections = [
  { id: 'money', channel: 'mail', name: 'Money', topic: 'payouts' },
  { id: 'bot', channel: 'telegram', name: 'Bot' },
] as const;
const chat: Identity = {
  channel: 'telegram',
  connectionId: 'bot',
  externalId: '77',
  isVerified: true,
};
const mail: Identity = { channel: 'mail', externalId: 'ann@c.example', isVerified: true };
const ticket = aTicket({
  channel: 'telegram',
  connectionId: 'bot',
  replyTo: { address: '77', cc: [] },
});
const question = messageFrom(anInbound(), {
  ticketId: ticket.id,
  kind: 'customer',
  now: ticket.createdAt,
});

const anApiOf = (identities: readonly Identity[]) => {
  const moved: unknown[] = [];
  const base = anApi([olga]);
  const api = anApi([olga], {
    settings: { ...base.deps.settings, connections: [...connections] },
    customers: memoryCustomers(aCustomer({ identities: [...identities] })),
    pointers: {
      lookUp: async () => ({ pointers: [] }),
      movePointer: async (move) => {
        moved.push(move);
        return 'saved';
      },
    },
  });
  api.tickets.put(ticket, [question]);
  return { ...api, moved };
};
type Api = ReturnType<typeof anApiOf>;
const view = (api: Api) =>
  api.send({ method: 'GET', path: `/api/tickets/${ticket.id}`, claims: claimsFor(olga) });
const reply = (api: Api, body: object = {}) =>
  api.send({
    method: 'POST',
    path: `/api/tickets/${ticket.id}/replies`,
    body: {
      clientId: 'b3b1f8a2-6c0e-4b0a-9a55-1d2f3c4b5a69',
      text: 'It left on Monday.',
      answersId: ticket.lastPublicId,
      ...body,
    },
    claims: claimsFor(olga),
  });

describe('a ticket', () => {
  test('says where an answer goes and where else it could', async () => {
    const { body } = await view(anApiOf([chat, mail]));

    expect(body).toMatchObject({
      reach: { connectionId: 'bot', address: '77', state: 'open', canEdit: true, textMax: 4096 },
      otherWays: [{ connectionId: 'money', address: 'ann@c.example', state: 'open' }],
    });
  });
});

describe('an answer', () => {
  test('by another way goes there and takes the conversation along', async () => {
    const api = anApiOf([chat, mail]);

    const answer = await reply(api, {
      via: { connectionId: 'money', address: 'ann@c.example' },
    });

    expect(answer).toMatchObject({
      status: 201,
      body: {
        message: { channel: 'mail', connectionId: 'money', address: 'ann@c.example' },
        ticket: { channel: 'mail', connectionId: 'money', replyTo: { address: 'ann@c.example' } },
      },
    });
    expect(api.moved).toEqual([]);
  });

  test('into another chat lets what comes back there find the ticket', async () => {
    const other: Identity = { ...chat, externalId: '78' };
    const api = anApiOf([chat, other]);

    await reply(api, { via: { connectionId: 'bot', address: '78' } });

    expect(api.moved).toEqual([
      { key: 'telegram|bot|chat|78', from: undefined, to: { ticketId: ticket.id } },
    ]);
  });

  test('to who stopped us is refused before it is saved, naming the other way', async () => {
    const api = anApiOf([{ ...chat, blockedAt: '2026-11-02T09:30:00.000Z' }, mail]);

    expect(await reply(api)).toMatchObject({
      status: 409,
      body: { code: 'reply.blocked', title: expect.stringContaining('mail (ann@c.example)') },
    });
    expect(api.tickets.timeline(ticket.id)).toHaveLength(1);
  });

  test('to an address that is not the customer’s is refused', async () => {
    const via = { connectionId: 'money', address: 'eve@c.example' };

    expect(await reply(anApiOf([chat, mail]), { via })).toMatchObject({
      status: 400,
      body: { code: 'reply.unknown-way' },
    });
  });
});

describe('changing what was sent', () => {
  const sent = (over: Partial<Message> = {}): Message => ({
    ...question,
    id: 'msg_0000000000000000000sent',
    direction: 'out',
    kind: 'reply',
    author: { kind: 'agent', id: olga.id, name: olga.name },
    channel: 'telegram',
    connectionId: 'bot',
    text: 'It left on Monday.',
    delivery: { state: 'sent', attempts: 1, at: question.storedAt, providerId: '900' },
    ...over,
  });
  const edit = async (message: Message, text = 'It left on Tuesday.') => {
    const api = anApiOf([chat]);
    api.tickets.put(ticket, [message]);
    const answer = await api.send({
      method: 'PUT',
      path: `/api/tickets/${ticket.id}/messages/${message.id}`,
      body: { occurredAt: message.occurredAt, text },
      claims: claimsFor(olga),
    });
    return answer;
  };

  test('keeps the old wording and queues the new one', async () => {
    expect(await edit(sent())).toMatchObject({
      status: 200,
      body: {
        message: {
          text: 'It left on Tuesday.',
          wordings: [{ text: 'It left on Monday.' }],
          delivery: { state: 'sent', edit: { state: 'queued' } },
        },
      },
    });
  });

  test.each([
    ['on a channel that cannot', { channel: 'mail' }, 'message.not-editable'],
    [
      'of a colleague',
      { author: { kind: 'agent', id: 'agt_ivan', name: 'Ivan' } },
      'message.not-editable',
    ],
    [
      'that did not arrive',
      { delivery: { ...sent().delivery, state: 'failed' } },
      'message.not-sent',
    ],
    ['that went out in parts', { text: 'Long. '.repeat(1000) }, 'message.too-long'],
  ])('%s is refused', async (_name, over, code) => {
    expect((await edit(sent(over as Partial<Message>))).body).toMatchObject({ code });
  });
});
