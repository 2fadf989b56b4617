import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../schemas/api/connections.ts';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  messageId,
  pageDelivery,
  postDelivery,
  sentTo,
  somebody,
  untilTaken,
  whatsappStatus,
  whatsappText,
} from '../make/meta-hooks.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

type Channel = Parameters<typeof postDelivery>[1];
const post = async (channel: Channel, delivery: unknown) =>
  expect(await postDelivery(journey.desk, channel, delivery)).toBe(200);

const untilMessage = (ticketId: string, what: string, isSo: (message: MessageView) => boolean) =>
  until(what, async () => (await ann.messages(ticketId)).find(isSo));
const untilReply = (ticketId: string, state: string) =>
  untilMessage(
    ticketId,
    `a reply that is ${state}`,
    ({ kind, delivery }) => kind === 'reply' && delivery?.state === state,
  );
/** The desk's own acknowledgement is out of the way. */
const untilAcknowledged = (person: string, times = 1) =>
  until('the acknowledgement', () => sentTo(journey.desk, person).length >= times);

const writeWhatsApp = async (person: string, text: string, over = {}, contact?: object) => {
  const id = messageId('wamid.');
  await post('whatsapp', whatsappText(person, text, { id, ...over }, contact));
  return untilTaken(journey.table, 'whatsapp', id);
};
const writePage = async (channel: 'messenger' | 'instagram', person: string, message: object) => {
  const mid = messageId('m_');
  await post(channel, pageDelivery(channel, person, { message: { mid, ...message } }));
  return { mid, ticketId: await untilTaken(journey.table, channel, mid) };
};

describe('a WhatsApp conversation', () => {
  const person = somebody();
  let ticketId = '';
  let providerId = '';

  beforeAll(async () => {
    ticketId = await writeWhatsApp(person, '', {
      type: 'image',
      image: {
        id: '810000000000001',
        mime_type: 'image/png',
        caption: 'Кэшбэк за заказ не начислен.',
      },
    });
    await untilAcknowledged(person);
  });

  it('is a ticket of the person who wrote, with the file they sent', async () => {
    const { ticket } = await ann.view(ticketId);
    const [message] = await ann.messages(ticketId);

    expect(ticket).toMatchObject({
      channel: 'whatsapp',
      customerName: 'Olya',
      topic: 'missing-cashback',
    });
    expect(message).toMatchObject({ text: 'Кэшбэк за заказ не начислен.' });
    expect(message?.attachments).toMatchObject([{ type: 'image/png' }]);
  });

  it('is answered as a reply to what was said', async () => {
    await ann.act(ticketId, 'claim');
    await ann.reply(ticketId, { text: 'Начислили сегодня.' });

    providerId = (await untilReply(ticketId, 'sent')).delivery?.providerId ?? '';
    expect(providerId).toMatch(/^wamid\./);
    expect(sentTo(journey.desk, person).at(-1)).toMatchObject({
      answered: 200,
      text: { body: 'Начислили сегодня.' },
      context: { message_id: expect.stringMatching(/^wamid\./) },
    });
  });

  it('shows how far the answer got, in whatever order it is told', async () => {
    await post('whatsapp', whatsappStatus(providerId, 'read'));
    await post('whatsapp', whatsappStatus(providerId, 'sent'));
    await post('whatsapp', whatsappStatus(providerId, 'delivered'));

    await untilReply(ticketId, 'read');
  });

  it('is answered with a file, which is uploaded first', async () => {
    const grant = await ann.upload({
      name: 'bill.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.4 the bill'),
    });
    await ann.reply(ticketId, { text: 'Here is the bill.', attachments: [grant] });

    await until('the file', () => sentTo(journey.desk, person).at(-1)?.type === 'document');
    expect(sentTo(journey.desk, person).at(-1)).toMatchObject({
      answered: 200,
      document: { caption: 'Here is the bill.', filename: 'bill.pdf' },
    });
  });

  it('goes on with the same person when they take a user name and hide the number', async () => {
    const userId = `DE.${person}`;
    const contact = { profile: { name: 'Olya', username: 'olya' }, user_id: userId };
    const both = [{ from_user_id: userId }, { ...contact, wa_id: person }] as const;
    const hidden = [
      { from: '', from_user_id: userId },
      { ...contact, wa_id: '' },
    ] as const;

    expect(await writeWhatsApp(person, 'With both', ...both)).toBe(ticketId);
    expect(await writeWhatsApp(person, 'With a name only', ...hidden)).toBe(ticketId);

    const last = await untilMessage(ticketId, 'it', ({ text }) => text === 'With a name only');
    expect(last).toMatchObject({ kind: 'customer', author: { kind: 'customer' } });
  });

  it('takes two copies of one delivery at once as one message', async () => {
    const copy = whatsappText(person, 'Спасибо!');

    await Promise.all([post('whatsapp', copy), post('whatsapp', copy), post('whatsapp', copy)]);

    expect(await writeWhatsApp(person, 'До свидания')).toBe(ticketId);
    const texts = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    await untilMessage(ticketId, 'the copy', ({ text }) => text === 'Спасибо!');
    expect(texts.filter(({ text }) => text === 'Спасибо!').length).toBeLessThan(2);
  });
});

describe('an answer that WhatsApp does not take', () => {
  it('shows that the window is closed when it is refused at once', async () => {
    const ticketId = await writeWhatsApp(somebody('024'), 'Please help me.');

    await ann.reply(ticketId, { text: 'Here I am.' });

    const reply = await untilReply(ticketId, 'window-closed');
    expect(reply.delivery?.error).toContain('131047');
  });

  it('shows that the window is closed when that is told later', async () => {
    const person = somebody();
    const ticketId = await writeWhatsApp(person, 'Please help me.');
    await untilAcknowledged(person);
    await ann.reply(ticketId, { text: 'Here I am.' });
    const sent = await untilReply(ticketId, 'sent');

    const errors = [{ code: 131_047, title: 'Re-engagement message' }];
    await post('whatsapp', whatsappStatus(sent.delivery?.providerId ?? '', 'failed', { errors }));

    await untilReply(ticketId, 'window-closed');
  });

  it('shows who cannot be reached any more', async () => {
    const ticketId = await writeWhatsApp(somebody('551'), 'Please help me.');

    await ann.reply(ticketId, { text: 'Here I am.' });

    await untilReply(ticketId, 'blocked');
  });
});

describe('a Messenger conversation', () => {
  const person = somebody();
  let ticketId = '';

  beforeAll(async () => {
    ({ ticketId } = await writePage('messenger', person, { text: 'Where is my parcel?' }));
    await untilAcknowledged(person);
  });

  it('is with a person whose name Messenger told when it was asked', async () => {
    expect((await ann.view(ticketId)).ticket.customerName).toBe('Olya Petrova');
  });

  it('is answered with our message’s id, and its echo says nothing new', async () => {
    await ann.reply(ticketId, { text: 'On its way.' });
    const reply = await untilReply(ticketId, 'sent');

    const sent = sentTo(journey.desk, person).at(-1);
    expect(sent).toMatchObject({ messaging_type: 'RESPONSE', message: { text: 'On its way.' } });
    const mid = reply.delivery?.providerId;
    const { metadata } = sent?.message ?? {};
    const echo = { mid, is_echo: true, metadata, text: 'On its way.' };
    await post('messenger', pageDelivery('messenger', person, { message: echo }, true));

    const watermark = Date.now() + 1000;
    await post('messenger', pageDelivery('messenger', person, { read: { watermark } }));
    await untilReply(ticketId, 'read');
    const texts = (await ann.messages(ticketId)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'On its way.')).toHaveLength(1);
  });

  it('shows what one of us wrote in the page’s inbox as an answer', async () => {
    const mid = messageId('m_');
    const message = { mid, is_echo: true, app_id: 26, text: 'It arrives tomorrow.' };
    await post('messenger', pageDelivery('messenger', person, { message }, true));

    const echo = await untilMessage(ticketId, 'the echo', ({ text }) => text === message.text);
    expect(echo).toMatchObject({
      direction: 'out',
      kind: 'reply',
      flags: expect.arrayContaining(['echo']),
    });
  });
});

describe('an Instagram conversation', () => {
  const person = somebody();

  it('knows the echo of what it sent itself', async () => {
    const { ticketId } = await writePage('instagram', person, { text: 'Is it still there?' });
    await untilAcknowledged(person);
    await ann.reply(ticketId, { text: 'Yes, in blue.' });
    const reply = await untilReply(ticketId, 'sent');

    const mid = reply.delivery?.providerId ?? '';
    const message = { mid, is_echo: true, text: 'Yes, in blue.' };
    await post('instagram', pageDelivery('instagram', person, { message }, true));
    await post('instagram', pageDelivery('instagram', person, { read: { mid } }));

    await untilReply(ticketId, 'read');
    const later = await writePage('instagram', person, { text: 'Thank you' });
    expect(later.ticketId).toBe(ticketId);
    const texts = (await ann.messages(ticketId)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'Yes, in blue.')).toHaveLength(1);
  });

  it('strikes out what was unsent', async () => {
    const { mid, ticketId } = await writePage('instagram', person, { text: 'my card is 4111' });

    await post(
      'instagram',
      pageDelivery('instagram', person, { message: { mid, is_deleted: true } }),
    );

    await untilMessage(ticketId, 'the withdrawal', ({ deletedAt }) => deletedAt !== undefined);
  });
});

describe('a look at a connection', () => {
  it.each([
    ['whatsapp', 'Kopilka (+49 30 56790002)'],
    ['messenger', 'Kopilka page'],
    ['instagram', '@kopilka'],
  ])('of %s says whose it is', async (id, account) => {
    const olga = await journey.as('Olga');
    await olga.post(`/api/connections/${id}/check`, {});

    const found = await until(`the look at ${id}`, async () => {
      const { body } = await olga.get<{ connections: ConnectionView[] }>('/api/connections');
      return body.connections.find((one) => one.id === id && one.health.account !== undefined);
    });
    expect(found.health).toMatchObject({ state: 'working', account });
  });
});

describe('the hook', () => {
  it.each(['whatsapp', 'messenger', 'instagram'] as const)(
    'of %s shakes hands',
    async (channel) => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': `${channel}-verify`,
        'hub.challenge': '1158201444',
      });

      const answer = await fetch(
        `${journey.desk.baseUrl}/hooks/${channel}/${channel}?${query.toString()}`,
      );

      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/plain');
      expect(await answer.text()).toBe('1158201444');
    },
  );

  it('refuses what is not signed, or by another secret', async () => {
    const delivery = whatsappText(somebody(), 'hi');

    expect(await postDelivery(journey.desk, 'whatsapp', delivery, '')).toBe(401);
    expect(await postDelivery(journey.desk, 'whatsapp', delivery, 'guess')).toBe(403);
  });
});
