import * as z from 'zod';
import type { Message } from '../../schemas/timeline.ts';
import type { ObjectStore } from './object-store.ts';

/** A larger body would make every read of the timeline dear; it goes beside the item. */
const inlineBytesMax = 32 * 1024;
/** What stays in the item of such a body, UTF-16 units. */
const keptLength = 2000;

const StoredBody = z.object({ text: z.string(), html: z.string().optional() });
export type MessageBody = z.infer<typeof StoredBody>;

/**
 * The message as it is to be saved: unchanged, or with its first words and `bodyKey` when it is long. The key comes
 * from the message's id, so repeating stores the same object.
 */
export const withStoredBody = async (
  files: Pick<ObjectStore, 'put'>,
  message: Message,
): Promise<Message> => {
  const { text, html } = message;
  if (Buffer.byteLength(text) + Buffer.byteLength(html ?? '') <= inlineBytesMax) return message;
  const bodyKey = `bodies/${message.id}`;
  const body: MessageBody = { text, html };
  await files.put(bodyKey, JSON.stringify(body), 'application/json');
  const kept = text.slice(0, keptLength).replace(/[\uD800-\uDBFF]$/, '');
  const quoteStart =
    message.quoteStart !== undefined && message.quoteStart < kept.length
      ? message.quoteStart
      : undefined;
  return { ...message, text: kept, html: undefined, quoteStart, bodyKey };
};

/** The whole body wherever it is; `undefined` when it should be in the bucket and is not. */
export const bodyOf = async (
  files: Pick<ObjectStore, 'get'>,
  message: Pick<Message, 'text' | 'html' | 'bodyKey'>,
): Promise<MessageBody | undefined> => {
  if (!message.bodyKey) return { text: message.text, html: message.html };
  const bytes = await files.get(message.bodyKey);
  return bytes && StoredBody.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
};
