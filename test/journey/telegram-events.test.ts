import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../schemas/api/views.ts';
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
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

/** A person writes to the bot; answers the ticket's id. */
const write = async (chat: number, text: string): Promise<string> => {
  const update = anUpdate(chat, text);
  expect(await postUpdate(journey.desk, update)).toBeLessThan(300);
  return untilDelivered(journey.table, telegram, numberIn(update));
};
const untilReply = async (
  ticketId: string,
  isSo: (delivery: NonNullable<MessageView['delivery']>) => boolean,
) =>
  until('the delivery', async () =>
    (await ann.messages(ticketId)).find(
      ({ kind, delivery }) => kind === 'reply' && delivery && isSo(delivery),
    ),
  );

describe('what happens after a message', () => {
  const chat = aChat();
  let ticketId = '';
  beforeAll(async () => {
    ticketId = await write(chat, 'Where is my kettle?');
  });

  const untilMessage = (what: string, isSo: (message: MessageView) => boolean) =>
    until(what, async () => (await ann.messages(ticketId)).find(isSo));

  it('shows its newest wording, and the first one', async () => {
    const first = anUpdate(chat, 'It is gren.');
    await postUpdate(journey.desk, first);
    const { message } = first;
    const edited = { ...message, text: 'It is green.', edit_date: message.date + 1 };

    await postUpdate(journey.desk, { update_id: first.update_id + 1, edited_message: edited });

    const shown = await untilMessage('the new wording', ({ text }) => text === 'It is green.');
    expect(shown.wordings).toMatchObject([{ text: 'It is gren.' }]);
    expect(shown.editedAt).toBeDefined();
  });

  it('makes one message of an album, its pictures fetched', async () => {
    const parts = ['photo-1', 'photo-2', 'photo-3'].map((id) =>
      anUpdate(chat, '', {
        text: undefined,
        media_group_id: `g-${chat}`,
        photo: [{ file_id: id, file_unique_id: id, width: 1, height: 1, file_size: 70 }],
        ...(id === 'photo-1' && { caption: 'From three sides' }),
      }),
    );
    await Promise.all(parts.map((part) => postUpdate(journey.desk, part)));

    const album = await untilMessage(
      'three pictures',
      ({ attachments }) => attachments.length === 3,
    );

    expect(album.text).toBe('From three sides');
    expect(album.attachments.every(({ size }) => size > 60)).toBe(true);
    const fetched = journey.desk
      .recordedCalls()
      .filter(({ path }) => /\/file\/bot.*photo-/.test(path));
    expect(fetched.length).toBeGreaterThanOrEqual(3);
  });

  it('takes a pressed button as its words, and stops its spinner', async () => {
    const asked = anUpdate(chat, 'How was it?', {
      reply_markup: { inline_keyboard: [[{ text: 'Great', callback_data: 'csat:5' }]] },
    });
    const id = `press-${chat}`;
    const { from } = asked.message;

    await postUpdate(journey.desk, {
      update_id: asked.update_id,
      callback_query: { id, from, message: asked.message, chat_instance: '1', data: 'csat:5' },
    });

    await untilMessage('the word on the button', ({ text }) => text === 'Great');
    const answered = await until('the answer to the press', () =>
      journey.desk
        .recordedCalls()
        .find(({ path, body }) => path.endsWith('/answerCallbackQuery') && body.includes(id)),
    );
    expect(answered.answered).toBe(200);
  });

  it('knows that the person stopped the bot, and that they let it in again', async () => {
    const { message } = anUpdate(chat, '');
    const become = (status: string, later: number) =>
      postUpdate(journey.desk, {
        update_id: message.message_id + later,
        my_chat_member: {
          chat: message.chat,
          from: message.from,
          date: message.date + later,
          new_chat_member: { status },
        },
      });
    const isBlocked = (wanted: boolean) =>
      ann.untilTicket(ticketId, `is ${wanted ? '' : 'not '}blocked`, ({ entries }) =>
        entries.some(
          (entry) => entry.type === 'event' && entry.kind === (wanted ? 'blocked' : 'unblocked'),
        ),
      );

    await become('kicked', 0);
    await isBlocked(true);
    await become('member', 1);

    await isBlocked(false);
  });

  it('changes what was sent where it was sent', async () => {
    await ann.act(ticketId, 'claim');
    const { body } = await ann.reply(ticketId, { text: 'It is on its weg.' });
    await untilReply(ticketId, ({ state }) => state === 'sent');

    const { id, occurredAt } = body.message;
    const changed = { occurredAt, text: 'It is on its way.' };
    await ann.put(`/api/tickets/${ticketId}/messages/${id}`, changed);

    const edit = await until('the edit', () =>
      journey.desk.recordedCalls().find(({ path }) => path.endsWith('/editMessageText')),
    );
    expect(JSON.parse(edit.body)).toMatchObject({ text: 'It is on its way.' });
    expect(edit.answered).toBe(200);
  });
});

describe('a chat of a business account', () => {
  const chat = aChat();
  const business = { business_connection_id: 'bc-1' };
  const address = `${chat}@bc-1`;
  let ticketId = '';
  const post = async ({ update_id, message }: ReturnType<typeof anUpdate>) => {
    await postUpdate(journey.desk, { update_id, business_message: message });
    return untilDelivered(journey.table, telegram, `${address}:${message.message_id}`);
  };

  it('is answered in the name of its owner', async () => {
    ticketId = await post(anUpdate(chat, 'Is the kettle in stock?', business));
    await ann.act(ticketId, 'claim');

    await ann.reply(ticketId, { text: 'It is.' });

    await untilReply(ticketId, ({ state }) => state === 'sent');
    expect(saidIn(journey.desk, chat).at(-1)).toMatchObject({ text: 'It is.', ...business });
  });

  it('shows what its owner wrote as our answer', async () => {
    const from = { id: 501, is_bot: false, first_name: 'Boris' };
    const { update_id, message } = anUpdate(chat, 'Two are left.', { ...business, from });

    await postUpdate(journey.desk, { update_id, business_message: message });

    const echo = await until('the echo', async () =>
      (await ann.messages(ticketId)).find(({ text }) => text === 'Two are left.'),
    );
    expect(echo).toMatchObject({ direction: 'out', kind: 'reply', author: { name: 'Boris' } });
  });

  it('strikes out what was deleted there', async () => {
    const update = anUpdate(chat, 'Forget it.', business);
    await post(update);

    await postUpdate(journey.desk, {
      update_id: update.update_id + 1,
      deleted_business_messages: {
        ...business,
        chat: update.message.chat,
        message_ids: [update.message.message_id],
      },
    });

    await until('the deletion', async () =>
      (await ann.messages(ticketId)).find(
        ({ text, deletedAt }) => text === 'Forget it.' && deletedAt !== undefined,
      ),
    );
  });
});
