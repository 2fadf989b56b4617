import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnStore } from '../../functions/dynamo/turns.ts';
import type { ConnectionView } from '../../schemas/api/connections.ts';
import type { MessageView } from '../../schemas/api/views.ts';
import { addressOf, aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aChat,
  anUpdate,
  numberIn,
  postUpdate,
  saidIn,
  telegram,
  untilDelivered,
} from '../make/hooks.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from '../make/letters.ts';
import type { Refusal, Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

const host = 'api.telegram.org';
const connectionId = 'telegram-main';

let journey: JourneyDesk;
let ann: Staff;
let lena: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
  lena = await journey.as('Lena');
});
afterAll(() => journey.end());

/** A person's message to the bot, acknowledged. */
const opened = async () => {
  const chat = aChat();
  const update = anUpdate(chat, 'Please help me.');
  await postUpdate(journey.desk, update);
  const ticketId = await untilDelivered(journey.table, telegram, numberIn(update));
  await until('the acknowledgement', () => saidIn(journey.desk, chat).length === 1);
  return { chat, ticketId };
};
type Delivery = NonNullable<MessageView['delivery']>;
const untilReply = (ticketId: string, what: string, isSo: (delivery: Delivery) => boolean) =>
  until(what, async () =>
    (await ann.messages(ticketId)).findLast(
      ({ kind, delivery }) => kind === 'reply' && delivery && isSo(delivery),
    ),
  );
const refuseOnce = (status: number, description: string, parameters?: object) =>
  journey.desk.failOutside({
    host,
    status,
    body: { ok: false, error_code: status, description, parameters },
    times: 1,
  });
const connection = async (id = connectionId): Promise<ConnectionView> => {
  const { body } = await lena.get<{ connections: ConnectionView[] }>('/api/connections');
  const found = body.connections.find((one) => one.id === id);
  if (!found) throw new Error(`no connection ${id}`);
  return found;
};

describe('a person who blocked the bot', () => {
  it('is a state of its own, and the next answer is refused before it is written', async () => {
    const { ticketId } = await opened();
    refuseOnce(403, 'Forbidden: bot was blocked by the user');
    await ann.reply(ticketId, { text: 'Here I am.', statusAfter: 'waiting' });

    await untilReply(ticketId, 'blocked', ({ state }) => state === 'blocked');

    const view = await ann.untilTicket(
      ticketId,
      'is open',
      ({ ticket }) => ticket.status === 'open',
    );
    expect(view.reach).toMatchObject({ connectionId, state: 'blocked' });
    const again = await ann.reply(ticketId, { text: 'Are you there?' });
    expect([again.status, (again.body as unknown as Refusal).code]).toEqual([409, 'reply.blocked']);
  });
});

describe('a provider that asks for time', () => {
  it('gets it for the whole connection, and both answers arrive then', async () => {
    const [one, other] = [await opened(), await opened()];
    refuseOnce(429, 'Too Many Requests: retry after 4', { retry_after: 4 });
    await ann.reply(one.ticketId, { text: 'First.' });
    const refused = await until('the refusal', () =>
      journey.desk.recordedCalls().find(({ answered }) => answered === 429),
    );

    await ann.reply(other.ticketId, { text: 'Second.' });

    for (const { ticketId } of [one, other])
      await untilReply(ticketId, 'sent', ({ state }) => state === 'sent');
    const calls = journey.desk
      .recordedCalls()
      .filter(({ body, answered }) => /First\.|Second\./.test(body) && answered === 200);
    expect(calls).toHaveLength(2);
    for (const { at } of calls)
      expect(Date.parse(at) - Date.parse(refused.at)).toBeGreaterThanOrEqual(4_000);
  });
});

describe('credentials that were withdrawn', () => {
  let ticketId = '';
  let failed: MessageView | undefined;

  beforeAll(async () => {
    ({ ticketId } = await opened());
    refuseOnce(401, 'Unauthorized');
    await ann.reply(ticketId, { text: 'Soon.' });
    failed = await untilReply(ticketId, 'failed', ({ state }) => state === 'failed');
  });

  it('are the state of the connection at once', async () => {
    const { health } = await until('revoked', async () => {
      const found = await connection();
      return found.health.state === 'revoked' && found;
    });

    expect(health.error).toContain('Unauthorized');
    expect(failed?.delivery?.permanent).toBe(false);
  });

  it('are what the alarm counts', async () => {
    await journey.desk.invoke('clock', {});

    expect(journey.desk.logs('clock').some((line) => line.includes('"ConnectionsFailing":1'))).toBe(
      true,
    );
  });

  it('are over when a check finds them taken again, and the answer can be sent again', async () => {
    await lena.post(`/api/connections/${connectionId}/check`, {});

    const { health } = await until('working', async () => {
      const found = await connection();
      return found.health.state === 'working' && found;
    });
    expect(health.account).toBeDefined();
    expect(health.checkedAt).toBeDefined();
    await ann.post(`/api/tickets/${ticketId}/messages/${failed?.id}/resend`, {
      occurredAt: failed?.occurredAt,
    });
    await untilReply(ticketId, 'sent', ({ state }) => state === 'sent');
  });
});

describe('a test', () => {
  it('by mail arrives at whoever asked for it', async () => {
    await lena.post('/api/connections/support/test', {});

    const mail = await untilPosted(journey.desk, addressOf('Lena'), () => true);
    expect(mail.subject).toContain('Kopilka Support');
    await until('sent', async () => (await connection('support')).health.test?.state === 'sent');
  });
});

describe('an answer that went out', () => {
  it('is changed where it was sent', async () => {
    const { ticketId } = await opened();
    await ann.reply(ticketId, { text: 'It left on Monday.' });
    const sent = await untilReply(ticketId, 'sent', ({ state }) => state === 'sent');

    await ann.put(`/api/tickets/${ticketId}/messages/${sent.id}`, {
      occurredAt: sent.occurredAt,
      text: 'It left on Tuesday.',
    });

    const changed = await untilReply(ticketId, 'changed', ({ edit }) => edit?.state === 'sent');
    expect(changed).toMatchObject({
      text: 'It left on Tuesday.',
      wordings: [{ text: 'It left on Monday.' }],
    });
    const call = journey.desk.recordedCalls().find(({ path }) => path.endsWith('/editMessageText'));
    expect(call?.body).toContain('Tuesday');
  });
});

describe('a flood on one connection', () => {
  it('keeps no other waiting', async () => {
    const { ticketId } = await opened();
    const from = aStranger();
    const mailTicket = await untilTaken(journey.table, await sendLetter(journey.desk, { from }));
    const turns = turnStore(journey.table);
    const rate = { perSecond: 25, burst: 25 };
    const now = new Date().toISOString();
    const inAMinute = new Date(Date.now() + 60_000).toISOString();
    await turns.close({ connectionId, rate, until: inAMinute });
    expect(await turns.take({ connectionId, rate, now })).toBe(inAMinute);

    await ann.reply(ticketId, { text: 'In a minute.' });
    await ann.reply(mailTicket, { text: 'At once.' });

    await untilPosted(journey.desk, from, isFromPerson);
    const [waiting] = (await ann.messages(ticketId)).filter(({ kind }) => kind === 'reply');
    expect(waiting?.delivery).toMatchObject({ state: 'queued', attempts: 0 });
  });
});
