import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../schemas/api/connections.ts';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { ticketOfDelivery, untilDelivered } from '../make/hooks.ts';
import {
  anOkChat,
  aViberToken,
  aViberUser,
  aVkUser,
  okMessage,
  postOk,
  postViber,
  postVk,
  saidOnOk,
  saidOnViber,
  saidOnVk,
  viberText,
  vkMessage,
  vkNumber,
} from '../make/social-hooks.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const viber = ['viber', 'viber'] as const;
const vk = ['vk', 'vk'] as const;
const ok = ['ok', 'ok'] as const;

const untilMessage = (ticketId: string, what: string, isSo: (message: MessageView) => boolean) =>
  until(what, async () => (await ann.messages(ticketId)).find(isSo));
/** Ann takes the ticket and answers; the reply once it is in one of the states. */
const answer = async (ticketId: string, text: string, ...states: readonly string[]) => {
  await ann.act(ticketId, 'claim');
  await ann.reply(ticketId, { text });
  return untilReply(ticketId, text, ...states);
};
const untilReply = (ticketId: string, text: string, ...states: readonly string[]) =>
  untilMessage(
    ticketId,
    `"${text}" being ${states.join(' or ')}`,
    (message) => message.text === text && states.includes(message.delivery?.state ?? ''),
  );

describe('Viber', () => {
  const person = aViberUser();
  let ticketId = '';
  let token = '';
  beforeAll(async () => {
    const first = aViberToken();
    const event = viberText(person, 'Кэшбэк за заказ не начислен.');
    const answers = await Promise.all(
      [1, 2].map(() => postViber(journey.desk, event, { token: first })),
    );
    expect(answers).toEqual([
      { status: 200, body: '' },
      { status: 200, body: '' },
    ]);
    ticketId = await untilDelivered(journey.table, viber, first);
  });

  it('makes one ticket of a message that came twice, and acknowledges it', async () => {
    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'viber',
      customerName: 'Olya',
    });
    await until('the acknowledgement', () => saidOnViber(journey.desk, person).length === 1);
    const said = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect(said).toHaveLength(1);
  });

  it('is answered under our name', async () => {
    const reply = await answer(ticketId, 'Начислили сегодня.', 'sent');

    expect(saidOnViber(journey.desk, person).at(-1)).toMatchObject({
      text: 'Начислили сегодня.',
      sender: { name: 'Kopilka' },
    });
    token = reply.delivery?.providerId ?? '';
    expect(Number(token)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });

  it('shows receipts in whatever order they come', async () => {
    for (const event of ['seen', 'delivered'])
      await postViber(journey.desk, { event, user_id: person }, { token });

    await untilReply(ticketId, 'Начислили сегодня.', 'read');
  });

  it('says that the person left, by 200 and a number', async () => {
    const body = { status: 6, status_message: 'Not subscribed' };
    journey.desk.failOutside({ host: 'chatapi.viber.com', status: 200, body, times: 1 });

    const reply = await answer(ticketId, 'Are you there?', 'blocked');

    expect(reply.delivery?.error).toContain('Not subscribed');
  });

  it('refuses a signature of another key, and answers set_webhook', async () => {
    const forged = await postViber(journey.desk, viberText(person, 'hi'), { key: 'guess' });
    const hook = await postViber(journey.desk, { event: 'webhook' });

    expect([forged.status, hook.status]).toEqual([403, 200]);
  });
});

describe('VK', () => {
  const person = aVkUser();
  const first = vkMessage(person, 'Where is my kettle?');
  const okAnswer = { status: 200, body: 'ok' };
  let ticketId = '';
  beforeAll(async () => {
    const event = { message: first, client_info: { lang_id: 3 } };
    expect(await postVk(journey.desk, 'message_new', event)).toEqual(okAnswer);
    expect(await postVk(journey.desk, 'message_new', event)).toEqual(okAnswer);
    ticketId = await untilDelivered(journey.table, vk, vkNumber(first));
  });

  it('is of a person whose name VK told when it was asked', async () => {
    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'vk',
      customerName: 'Olya Petrova',
      language: 'en',
    });
  });

  it('hears the confirmation string once it asks', async () => {
    const answered = await postVk(journey.desk, 'confirmation', {});

    expect(answered).toEqual({ status: 200, body: '3d9a1c2b' });
  });

  it('is refused with a wrong key, and for another community', async () => {
    const message = vkMessage(person, 'hi');

    const forged = await postVk(journey.desk, 'message_new', { message }, { secret: 'guess' });
    const others = await postVk(journey.desk, 'message_new', { message }, { group_id: 5 });

    expect([forged.status, others.status]).toEqual([403, 403]);
    expect(await ticketOfDelivery(journey.table, vk, vkNumber(message))).toBeUndefined();
  });

  it('is answered with a file, once, whatever the network does', async () => {
    const content = Buffer.from('%PDF-1.4 a receipt');
    const grant = await ann.upload({ name: 'receipt.pdf', type: 'application/pdf', content });
    await ann.act(ticketId, 'claim');
    journey.desk.failOutside({ host: 'api.vk.com', status: 502, times: 1 });

    await ann.reply(ticketId, { text: 'Here it is.', attachments: [grant] });

    const reply = await untilReply(ticketId, 'Here it is.', 'sent');
    const said = saidOnVk(journey.desk, person).filter(({ message }) => message === 'Here it is.');
    expect(new Set(said.map(({ random_id: number }) => number)).size).toBe(1);
    expect(said.at(-1)?.['attachment']).toMatch(/^doc/);
    expect(reply.delivery?.providerId).toMatch(/^\d+$/);
  });

  it('tells that it was read', async () => {
    const reply = await untilReply(ticketId, 'Here it is.', 'sent');
    const number = Number(reply.delivery?.providerId);

    await postVk(journey.desk, 'message_read', {
      from_id: person,
      peer_id: person,
      read_message_id: number,
      conversation_message_id: number,
    });

    await untilReply(ticketId, 'Here it is.', 'read');
  });

  it("shows what a colleague wrote in VK's own app as our answer, and nothing twice", async () => {
    const own = { from_id: -219_619_619, out: 1, random_id: 5 };
    const byColleague = vkMessage(person, 'It is on its way.', { ...own, admin_author_id: 500 });
    await postVk(journey.desk, 'message_reply', vkMessage(person, 'Here it is.', own));
    await postVk(journey.desk, 'message_reply', byColleague);

    const echo = await untilMessage(
      ticketId,
      'the echo',
      ({ text }) => text === 'It is on its way.',
    );

    expect(echo).toMatchObject({ direction: 'out', kind: 'reply' });
    const same = (await ann.messages(ticketId)).filter(({ text }) => text === 'Here it is.');
    expect(same).toHaveLength(1);
  });

  it('shows the newest wording', async () => {
    const edited = { ...first, text: 'Where is my green kettle?', update_time: first.date + 1 };

    await postVk(journey.desk, 'message_edit', edited);

    await untilMessage(ticketId, 'the edit', ({ text }) => text === edited.text);
  });

  it('says that the person wants nothing of us, by 200 and an error', async () => {
    const body = { error: { error_code: 901, error_msg: "Can't send messages" } };
    journey.desk.failOutside({ host: 'api.vk.com', status: 200, body, times: 1 });

    await answer(ticketId, 'Did it come?', 'blocked');
  });
});

describe('OK', () => {
  const chat = anOkChat();
  const first = okMessage(chat, 'Where is my kettle?');
  let ticketId = '';
  beforeAll(async () => {
    expect((await postOk(journey.desk, first)).status).toBe(200);
    expect((await postOk(journey.desk, first)).status).toBe(200);
    ticketId = await untilDelivered(journey.table, ok, first.message.mid);
  });

  it('is answered as a reply to what was said', async () => {
    await answer(ticketId, 'It is on its way.', 'sent');

    expect(saidOnOk(journey.desk, chat).at(-1)).toMatchObject({
      text: 'It is on its way.',
      reply_to: first.message.mid,
    });
    const said = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect(said).toHaveLength(1);
  });

  it('brings its pictures along', async () => {
    // Any address from which a stand-in serves a picture.
    const url = `${journey.desk.baseUrl}/_local/outside/api.telegram.org/file/bot1:a/files/photo-1`;
    const attachments = [{ type: 'IMAGE', payload: { url } }];

    await postOk(journey.desk, okMessage(chat, 'Like this one', { attachments }));

    const message = await untilMessage(
      ticketId,
      'the picture',
      ({ text }) => text === 'Like this one',
    );
    expect(message.attachments).toMatchObject([{ name: 'image.jpg', type: 'image/png' }]);
  });

  it('says that it is out of service by 200 and an error, and is tried again', async () => {
    const body = { error_code: 2, error_msg: 'SERVICE : out of service' };
    journey.desk.failOutside({ host: 'api.ok.ru', status: 200, body, times: 1 });

    const reply = await answer(ticketId, 'Did it come?', 'sent');

    expect(reply.delivery?.attempts).toBe(2);
  });

  it('is refused without the key that its address carries', async () => {
    expect((await postOk(journey.desk, okMessage(chat, 'hi'), 'guess')).status).toBe(403);
  });
});

describe('a look at the connections', () => {
  it.each(['telegram-main', 'viber', 'vk', 'ok'])('sets the webhook of %s', async (id) => {
    const olga = await journey.as('Olga');
    await olga.post(`/api/connections/${id}/check`, {});

    const { health, hookUrl } = await until(`the check of ${id}`, async () => {
      const { body } = await olga.get<{ connections: ConnectionView[] }>('/api/connections');
      const found = body.connections.find((one) => one.id === id);
      return found?.health.checkedAt === undefined ? undefined : found;
    });

    expect(health).toMatchObject({ state: 'working' });
    expect(health.error).toBeUndefined();
    const set = journey.desk
      .recordedCalls()
      .find(
        ({ path, body }) =>
          /webhook|CallbackServer|subscribe$/i.test(path.split('?')[0] ?? '') &&
          decodeURIComponent(body).includes(hookUrl ?? '-'),
      );
    expect(set?.answered).toBe(200);
  });
});
