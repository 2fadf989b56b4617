import { randomUUID } from 'node:crypto';
import { deliveryKey } from '../../functions/channels/pointers.ts';
import { signedHeaders } from '../../functions/channels/webhook/standard-webhooks.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import type { RecordedCall } from '../../local/run/outside/recorded-calls.ts';
import type { RunningDesk } from '../../local/run/running-desk.ts';
import type { ChannelKind } from '../../schemas/primitives.ts';
import { credentials } from './a-journey-desk.ts';
import { until } from './until.ts';

type Address = Pick<RunningDesk, 'baseUrl'>;

let updates = 1_000;
/** A chat nobody used before; one person each. */
export const aChat = (): number => 700_000 + ++updates;

/** An update of a private chat as Telegram posts it. */
export const anUpdate = (chat: number, text: string, over: Record<string, unknown> = {}) => ({
  update_id: ++updates,
  message: {
    message_id: updates,
    from: { id: chat, is_bot: false, first_name: 'Olya', language_code: 'ru' },
    chat: { id: chat, type: 'private', first_name: 'Olya' },
    date: Math.floor(Date.now() / 1_000),
    text,
    ...over,
  },
});
export type Update = ReturnType<typeof anUpdate>;

/** Under what number the message of an update is known. */
export const numberIn = ({ message }: Pick<Update, 'message'>): string =>
  `${message.chat.id}:${message.message_id}`;

/** Posts an update to the hook; the status it was answered. */
export async function postUpdate(
  { baseUrl }: Address,
  update: Readonly<Record<string, unknown>>,
  secret: string | undefined = credentials.telegramSecret,
): Promise<number> {
  const answer = await fetch(`${baseUrl}/hooks/telegram/telegram-main`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
  });
  return answer.status;
}

export const aWebhook = (over: Record<string, unknown> = {}) => ({
  type: 'message.created',
  id: `ext-${randomUUID()}`,
  conversationId: `c-${randomUUID()}`,
  sender: { id: `u-${randomUUID()}`, name: 'Ivan' },
  text: 'The shop says I paid too little.',
  occurredAt: new Date().toISOString(),
  ...over,
});

/** Posts a signed webhook; `secret` and `now` (epoch milliseconds) sign it otherwise. */
export async function postWebhook(
  { baseUrl }: Address,
  event: Record<string, unknown>,
  {
    id = String(event['id']),
    secret = credentials.webhookSecret,
    now = Date.now(),
  }: { id?: string; secret?: string; now?: number } = {},
): Promise<number> {
  const body = Buffer.from(JSON.stringify(event));
  const answer = await fetch(`${baseUrl}/hooks/webhook/shop-webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signedHeaders([secret], { id, body, now }),
    },
    body: new Uint8Array(body),
  });
  return answer.status;
}

/** The ticket that a delivery of a hook or a request of the form went to, if it did. */
export async function ticketOfDelivery(
  table: Table,
  [channel, connectionId]: readonly [ChannelKind, string],
  id: string,
): Promise<string | undefined> {
  const { takenBy } = await pointerStore(table).lookUp({
    idempotencyKey: deliveryKey(channel, connectionId, id),
    pointers: [],
    identity: { channel: 'mail', externalId: 'nobody@example.net' },
  });
  return takenBy?.ticketId;
}

export const telegram = ['telegram', 'telegram-main'] as const;
export const webhook = ['webhook', 'shop-webhook'] as const;
export const form = ['form', 'form'] as const;

export const untilDelivered = (
  table: Table,
  connection: Parameters<typeof ticketOfDelivery>[1],
  id: string | number,
) =>
  until(`a ticket of ${connection[0]} ${id}`, () =>
    ticketOfDelivery(table, connection, String(id)),
  );

/** What the bot was told to say in a chat, oldest first; refused calls too. */
export const saidIn = (desk: Pick<RunningDesk, 'recordedCalls'>, chat: number) =>
  desk
    .recordedCalls()
    .filter(({ host, path }) => host === 'api.telegram.org' && path.endsWith('/sendMessage'))
    .map(textOf)
    .filter((said) => said.chat_id === String(chat));

type Said = { chat_id: string; text: string; answered: number; reply_parameters?: unknown };
const textOf = ({ body, answered }: RecordedCall): Said => {
  const said = JSON.parse(body) as Omit<Said, 'chat_id'> & { chat_id: string | number };
  return { ...said, chat_id: String(said.chat_id), answered };
};
