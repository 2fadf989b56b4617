import { randomUUID } from 'node:crypto';
import { chatMessageKey } from '../../functions/channels/chat/parse.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { aWidget, type Widget } from './a-widget.ts';
import { until } from './until.ts';

type Where = Pick<JourneyDesk, 'desk' | 'table'>;

/** The ticket a visitor's message went to. */
export const untilChatTicket = (
  { table }: Pick<Where, 'table'>,
  { session }: Widget,
  clientMsgId: string,
): Promise<string> =>
  until(`a ticket of ${clientMsgId}`, async () => {
    const known = await pointerStore(table).lookUp({
      idempotencyKey: chatMessageKey('site-chat', session.chat, clientMsgId),
      pointers: [],
    });
    return known.takenBy?.ticketId;
  });

/** A visitor who has written, and the ticket; `more` goes with the message. */
export async function aTalk(
  journey: Where,
  text: string,
  { more = {}, ...options }: Parameters<typeof aWidget>[1] & { readonly more?: object } = {},
): Promise<{ readonly widget: Widget; readonly ticketId: string }> {
  const widget = await aWidget(journey.desk.baseUrl, options);
  const clientMsgId = randomUUID();
  await widget.write(text, { clientMsgId, ...more });
  return { widget, ticketId: await untilChatTicket(journey, widget, clientMsgId) };
}

/** What was pushed to a page. */
export const pushedTo = ({ heard }: Widget): readonly string[] =>
  heard.flatMap((push) => (push.type === 'message' ? push.message.text : []));

/** What people said, as the history tells it. */
export const saidIn = async (widget: Widget, since?: string): Promise<readonly string[]> =>
  (await widget.history(since)).messages.filter(({ by }) => by !== 'desk').map(({ text }) => text);
