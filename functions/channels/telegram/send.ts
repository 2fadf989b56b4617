import * as z from 'zod';
import type { Outgoing, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { type Bot, call, type Fault } from './call.ts';
import { photoBytesMax, telegramCapabilities } from './capabilities.ts';
import { TelegramCredentials } from './credentials.ts';
import { splitText } from '../split-text.ts';

const Sent = z.object({ message_id: z.int().transform(String) });

/** One call of the Bot API: a part of the text, or a file. `build` makes it for a chat. */
type Part = {
  readonly method: string;
  readonly build: (chatId: string) => FormData | Readonly<Record<string, unknown>>;
};

/**
 * The text in parts, then each file by itself. Telegram has no field against repetition, so once a first part has
 * arrived a failure is `unknown`: a person decides whether to send all of it again.
 */
export async function sendTelegram(outgoing: Outgoing, ports: SendPorts): Promise<SendResult> {
  const { botToken = '' } = TelegramCredentials.safeParse(ports.secret).data ?? {};
  if (botToken === '')
    return { kind: 'failed', error: 'telegram: no bot token is set', permanent: false };
  const bot = { fetch: ports.fetch, base: ports.bases.telegram, token: botToken };
  const parts = [...textParts(outgoing), ...(await fileParts(outgoing, ports))];
  const ids: string[] = [];
  for (const part of parts) {
    const outcome = await sendPart(bot, part, outgoing.ticket.replyTo.address);
    if ('fault' in outcome) return ids.length > 0 ? torn(outcome.fault, ids, parts) : outcome.fault;
    ids.push(outcome.id);
  }
  if (ids.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  return {
    kind: 'sent',
    providerId: ids[0],
    pointers: ids.map((id) =>
      sentKey('telegram', outgoing.connection.id, `${outgoing.ticket.replyTo.address}:${id}`),
    ),
  };
}

const torn = (fault: Fault, ids: readonly string[], parts: readonly Part[]): SendResult => ({
  kind: 'unknown',
  error: `${ids.length} of ${parts.length} parts arrived; then ${fault.error}`,
});

/** A group that became a supergroup has a new id: tried once there. */
async function sendPart(
  bot: Bot,
  part: Part,
  chatId: string,
  mayFollow = true,
): Promise<{ readonly id: string } | { readonly fault: Fault }> {
  const outcome = await call(bot, part.method, part.build(chatId));
  if ('result' in outcome) return { id: Sent.parse(outcome.result).message_id };
  const { migratedTo } = outcome.fault;
  if (migratedTo === undefined || !mayFollow) return outcome;
  return sendPart(bot, part, migratedTo, false);
}

/** Plain text, no parse mode: nothing to escape and nothing to be refused as unbalanced. */
function textParts({ message, answered }: Outgoing): readonly Part[] {
  const replyTo = Number(answered?.externalId);
  return splitText(message.text, telegramCapabilities.textMax).map((text, index) => ({
    method: 'sendMessage',
    build: (chatId) => ({
      chat_id: chatId,
      text,
      ...(index === 0 &&
        Number.isSafeInteger(replyTo) &&
        replyTo > 0 && {
          reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
        }),
    }),
  }));
}

async function fileParts({ message }: Outgoing, ports: SendPorts): Promise<readonly Part[]> {
  return Promise.all(
    message.attachments.map(async (attachment): Promise<Part> => {
      const bytes = await ports.file(attachment.key);
      const isPhoto =
        /^image\/(?:jpeg|png)$/.test(attachment.type) && bytes.length <= photoBytesMax;
      const field = isPhoto ? 'photo' : 'document';
      const blob = new Blob([new Uint8Array(bytes)], { type: attachment.type });
      return {
        method: isPhoto ? 'sendPhoto' : 'sendDocument',
        build: (chatId) => {
          const form = new FormData();
          form.set('chat_id', chatId);
          form.set(field, blob, attachment.name);
          return form;
        },
      };
    }),
  );
}
