import type { TelegramMessage } from './update.ts';

/**
 * A chat with the bot is its number. A chat that the owner of a Telegram Business account has with somebody is another
 * conversation, with numbers of its own: `<chat>@<business connection>`.
 */
export const chatAddress = (
  message: Pick<TelegramMessage, 'chat' | 'business_connection_id'>,
): string => {
  const { chat, business_connection_id: business } = message;
  return business === undefined ? chat.id : `${chat.id}@${business}`;
};

/** The parameters of the Bot API that name a chat. */
export function chatParameters(address: string): {
  readonly chat_id: string;
  readonly business_connection_id?: string;
} {
  // A public channel or group by its name.
  if (address.startsWith('@')) return { chat_id: address };
  const [chat = '', business] = address.split('@');
  return { chat_id: chat, ...(business !== undefined && { business_connection_id: business }) };
}
