import type { JourneyDesk } from './a-journey-desk.ts';
import { aChat, anUpdate, numberIn, postUpdate, telegram, untilDelivered } from './hooks.ts';
import type { Staff } from './staff.ts';
import { until } from './until.ts';

const nowSeconds = () => Math.floor(Date.now() / 1_000);

/** Somebody put an emoji on a message of the chat. */
export const aReaction = (chat: number, messageId: number, emoji: string) => ({
  update_id: 5_000_000 + messageId,
  message_reaction: {
    chat: { id: chat, type: 'private' },
    message_id: messageId,
    user: { id: chat, is_bot: false, first_name: 'Olya' },
    date: nowSeconds(),
    old_reaction: [],
    new_reaction: [{ type: 'emoji', emoji }],
  },
});

/** Somebody pressed a button below a message. */
const aPress = (chat: number, messageId: number) => ({
  update_id: 6_000_000 + messageId,
  callback_query: {
    id: `press-${messageId}`,
    from: { id: chat, is_bot: false, first_name: 'Olya' },
    message: {
      message_id: messageId,
      chat: { id: chat, type: 'private' },
      date: nowSeconds(),
      text: 'Which?',
    },
    data: 'yes',
  },
});

/**
 * What happens to messages and people that are there: a reaction that comes before its message, a pressed button, two
 * customers who turn out to be one and are parted again.
 */
export async function walkAfterwards({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const [one, other] = [aChat(), aChat()];
  const first = anUpdate(one, 'Hello');
  const messageId = first.message.message_id;
  await postUpdate(desk, aReaction(one, messageId, '👍'));
  await until('the reaction is looked for', () =>
    desk.logs('intake').some((line) => line.includes('intake.parked')),
  );
  await postUpdate(desk, first);
  const ticketId = await untilDelivered(table, telegram, numberIn(first));
  await until('the reaction', async () =>
    (await olga.messages(ticketId)).some(({ reactions }) => reactions?.length === 1),
  );
  await postUpdate(desk, aPress(one, messageId));
  await until('the button’s answer', () =>
    desk.recordedCalls().some(({ path }) => path.endsWith('/answerCallbackQuery')),
  );
  const second = anUpdate(other, 'Hello');
  await postUpdate(desk, second);
  const otherTicket = await untilDelivered(table, telegram, numberIn(second));
  const customerIds = await Promise.all(
    [ticketId, otherTicket].map(async (id) => (await olga.view(id)).ticket.customerId),
  );
  const [customerId, otherId] = customerIds;
  for (const action of ['merge', 'part'])
    await olga.post(`/api/customers/${customerId}/${action}`, { otherId });
}
