import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, credentials, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aChat,
  anUpdate,
  numberIn,
  postUpdate,
  saidIn,
  telegram,
  untilDelivered,
} from '../make/hooks.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const host = 'api.telegram.org';
/** A person writes to the bot; answers the ticket's id. */
const write = async (chat: number, text: string): Promise<string> => {
  const update = anUpdate(chat, text);
  expect(await postUpdate(journey.desk, update)).toBeLessThan(300);
  return untilDelivered(journey.table, telegram, numberIn(update));
};
/** The bot's own acknowledgement is out of the way. */
const untilAcknowledged = (chat: number) =>
  until('the acknowledgement', () => saidIn(journey.desk, chat).length === 1);
const untilReply = async (
  ticketId: string,
  isSo: (delivery: NonNullable<MessageView['delivery']>) => boolean,
) =>
  until('the delivery', async () =>
    (await ann.messages(ticketId)).find(
      ({ kind, delivery }) => kind === 'reply' && delivery && isSo(delivery),
    ),
  );

describe('a message to the bot', () => {
  const chat = aChat();
  let ticketId = '';

  beforeAll(async () => {
    ticketId = await write(chat, 'Здравствуйте! Кэшбэк за заказ не начислен.');
  });

  it('becomes a ticket of the person who wrote', async () => {
    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'telegram',
      customerName: 'Olya',
      topic: 'missing-cashback',
      language: 'ru',
    });
  });

  it('is acknowledged once in the chat, in its language', async () => {
    await untilAcknowledged(chat);

    expect(saidIn(journey.desk, chat)[0]?.text).toContain(ticketId.slice('tkt_'.length));
    expect(saidIn(journey.desk, chat)[0]?.text).toMatch(/[а-я]{4}/);
  });

  it('is answered by sendMessage, as a reply to what was said', async () => {
    await ann.act(ticketId, 'claim');
    await ann.reply(ticketId, { text: 'Начислили сегодня.' });

    const reply = await untilReply(ticketId, ({ state }) => state === 'sent');
    const said = saidIn(journey.desk, chat).at(-1);
    expect(said).toMatchObject({ text: 'Начислили сегодня.', answered: 200 });
    expect(said?.reply_parameters).toBeDefined();
    expect(reply.delivery?.providerId).toMatch(/^\d+$/);
  });

  it('goes on with the same ticket when the person writes again', async () => {
    expect(await write(chat, 'Спасибо!')).toBe(ticketId);
    await ann.untilTicket(ticketId, 'is open', ({ ticket }) => ticket.status === 'open');
  });

  it('is answered in parts when the answer is longer than Telegram takes', async () => {
    const paragraph = `${'слово '.repeat(150).trim()}.`;
    const long = Array.from({ length: 8 }, () => paragraph).join('\n\n');
    const before = saidIn(journey.desk, chat).length;

    await ann.reply(ticketId, { text: long });

    await until('two parts', () => saidIn(journey.desk, chat).length === before + 2);
    const parts = saidIn(journey.desk, chat).slice(before);
    expect(parts.every(({ text }) => text.length <= 4_096)).toBe(true);
    expect(parts.map(({ text }) => text).join('\n\n')).toBe(long);
  });
});

describe('the hook', () => {
  it('refuses an update without the secret header', async () => {
    expect(await postUpdate(journey.desk, anUpdate(aChat(), 'hi'), '')).toBe(401);
  });

  it('refuses a wrong secret', async () => {
    expect(await postUpdate(journey.desk, anUpdate(aChat(), 'hi'), 'guess')).toBe(403);
  });

  it('does not know a bot that nobody connected', async () => {
    const answer = await fetch(`${journey.desk.baseUrl}/hooks/telegram/other`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': credentials.telegramSecret },
      body: JSON.stringify(anUpdate(aChat(), 'hi')),
    });

    expect(answer.status).toBe(404);
  });

  it('takes a repeated update once', async () => {
    const update = anUpdate(aChat(), 'Where is my parcel?');

    await Promise.all([1, 2, 3].map(() => postUpdate(journey.desk, update)));

    const ticketId = await untilDelivered(journey.table, telegram, numberIn(update));
    await write(update.message.chat.id, 'Are you there?');
    const texts = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect(texts.map(({ text }) => text)).toEqual(['Where is my parcel?', 'Are you there?']);
  });
});

describe('an answer that Telegram does not take', () => {
  const opened = async () => {
    const chat = aChat();
    const ticketId = await write(chat, 'Please help me.');
    await untilAcknowledged(chat);
    return { chat, ticketId };
  };

  it('is shown as blocked when the person stopped the bot, and the ticket stays in work', async () => {
    const { ticketId } = await opened();
    const description = 'Forbidden: bot was blocked by the user';
    const body = { ok: false, error_code: 403, description };
    journey.desk.failOutside({ host, status: 403, body, times: 1 });

    await ann.reply(ticketId, { text: 'Here I am.', statusAfter: 'waiting' });

    const reply = await untilReply(ticketId, ({ state }) => state === 'blocked');
    expect(reply.delivery?.error).toContain('blocked');
    await ann.untilTicket(ticketId, 'is open', ({ ticket }) => ticket.status === 'open');
  });

  it('is sent again after the time Telegram asks for', async () => {
    const { chat, ticketId } = await opened();
    const parameters = { retry_after: 1 };
    const body = { ok: false, error_code: 429, description: 'Too Many Requests', parameters };
    journey.desk.failOutside({ host, status: 429, body, times: 1 });

    await ann.reply(ticketId, { text: 'One moment.' });

    const reply = await untilReply(ticketId, ({ state }) => state === 'sent');
    expect(reply.delivery?.attempts).toBe(2);
    expect(saidIn(journey.desk, chat).map(({ answered }) => answered)).toEqual([200, 429, 200]);
  });
});
