import { createHash } from 'node:crypto';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { FormRequest, HookDelivery } from '../../../schemas/queue.ts';
import type { Story, StoryFile } from './story.ts';

type Said = { readonly text: string; readonly files?: readonly StoryFile[]; readonly at: string };

/** A number that stays the same for the same words; 48 bits, as providers' ids are. */
const numberOf = (...words: readonly (string | number)[]): number =>
  Number.parseInt(createHash('sha256').update(words.join('|')).digest('hex').slice(0, 12), 16);

const hookOf = (
  channel: HookDelivery['channel'],
  connectionId: string,
  { at, body, headers = {} }: { at: string; body: unknown; headers?: Record<string, string> },
): HookDelivery => ({
  kind: 'hook',
  channel,
  connectionId,
  receivedAt: at,
  body: Buffer.from(JSON.stringify(body)).toString('base64'),
  headers,
});

/** `file_id` of a picture in a Telegram message. */
export const telegramFileId = (file: StoryFile, at: string) => `seed:${file.name}:${at}`;

export const telegramJob = ({ customer, connectionId }: Story, { text, files, at }: Said) => {
  const [first = customer.name, ...last] = customer.name.split(' ');
  const [file] = files ?? [];
  const from = {
    id: customer.chatId,
    is_bot: false,
    first_name: first,
    ...(last.length > 0 && { last_name: last.join(' ') }),
    language_code: customer.language,
  };
  return hookOf('telegram', connectionId, {
    at,
    body: {
      update_id: numberOf('update', customer.chatId, at),
      message: {
        message_id: (Date.parse(at) / 1000) % 10_000_000,
        from,
        chat: { id: customer.chatId, type: 'private', first_name: first },
        date: Math.floor(Date.parse(at) / 1000),
        ...(file
          ? {
              caption: text,
              document: {
                file_id: telegramFileId(file, at),
                file_name: file.name,
                mime_type: file.type,
                file_size: file.content.length,
              },
            }
          : { text }),
      },
    },
  });
};

export const webhookJob = ({ customer, connectionId, subject }: Story, { text, at }: Said) => {
  const id = `evt-${numberOf('webhook', customer.chatId, at)}`;
  return hookOf('webhook', connectionId, {
    at,
    headers: { 'webhook-id': id },
    body: {
      type: 'message.created',
      id,
      conversationId: `shop-${customer.chatId}`,
      sender: { id: `user-${customer.chatId}`, name: customer.name, email: customer.email },
      subject,
      text,
      occurredAt: at,
    },
  });
};

/** The form stores its files first; they arrive as attachments. */
export const formJob = (
  { customer, connectionId, topic, fields = {} }: Story,
  { text, at, attachments }: Said & { readonly attachments: readonly Attachment[] },
): FormRequest => ({
  kind: 'form',
  connectionId,
  submissionId: uuidOf(`${customer.email}|${at}`),
  receivedAt: at,
  topic,
  email: customer.email,
  name: customer.name,
  text,
  fields: { ...fields },
  attachments: [...attachments],
  language: customer.language,
});

/** Shaped as version 4, which the schema asks for, and derived, so that it repeats. */
const uuidOf = (words: string): string => {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
