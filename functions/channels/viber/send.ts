import * as z from 'zod';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Outgoing, Send, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { splitText } from '../split-text.ts';
import { type Bot, botOf, call, type Fault } from './call.ts';
import { pictureBytesMax, viberCapabilities, videoBytesMax } from './capabilities.ts';

const Sent = z.object({ message_token: z.union([z.string(), z.int()]).transform(String) });

type Part = Readonly<Record<string, unknown>>;

/** Bytes of a whole request; the longest text in the widest letters is 21 KB. */
const bodyBytesMax = 30_000;
const fileNameMax = 256;

/**
 * The text in parts, then each file by a link that Viber's servers and clients open. Viber has no field against
 * repetition, so once a first part has arrived a failure is `unknown`.
 */
export const sendViber: Send = async (outgoing, ports): Promise<SendResult> => {
  const { message, ticket, connection } = outgoing;
  const bot = botOf(ports);
  if (!bot) return { kind: 'failed', error: 'viber: no token is set', permanent: false };
  const receiver = message.address ?? ticket.replyTo.address;
  const parts = await partsOf(outgoing, ports);
  if (parts.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  const frame = {
    receiver,
    min_api_version: 1,
    sender: { name: connection.channel === 'viber' ? connection.name : '' },
    tracking_data: message.id,
  };
  const tokens: string[] = [];
  for (const choices of parts) {
    const outcome = await sendPart(bot, frame, choices);
    if ('fault' in outcome)
      return tokens.length > 0 ? torn(outcome.fault, tokens.length, parts.length) : outcome.fault;
    tokens.push(outcome.token);
  }
  return {
    kind: 'sent',
    providerId: tokens[0],
    pointers: tokens.map((token) => sentKey('viber', connection.id, token)),
  };
};

const torn = (fault: Fault, arrived: number, all: number): SendResult => ({
  kind: 'unknown',
  error: `${arrived} of ${all} parts arrived; then ${fault.error}`,
});

/** Viber does not show every picture and film as such (1: address, 3: data): the next choice is a plain file. */
async function sendPart(
  bot: Bot,
  frame: Part,
  [part = {}, ...others]: readonly Part[],
): Promise<{ readonly token: string } | { readonly fault: Fault }> {
  const body = { ...frame, ...part };
  if (Buffer.byteLength(JSON.stringify(body)) > bodyBytesMax)
    return { fault: { kind: 'failed', error: 'viber: over 30 KB', permanent: true } };
  const outcome = await call(bot, 'send_message', body);
  if ('answer' in outcome) {
    const sent = Sent.safeParse(outcome.answer);
    if (sent.success) return { token: sent.data.message_token };
    return { fault: { kind: 'unknown', error: 'viber: no message_token' } };
  }
  const { status } = outcome.fault;
  return others.length > 0 && (status === 1 || status === 3)
    ? sendPart(bot, frame, others)
    : outcome;
}

/** Each part with the ways to send it, best first. */
async function partsOf({ message }: Outgoing, ports: SendPorts): Promise<readonly Part[][]> {
  const texts = splitText(message.text.toWellFormed(), viberCapabilities.textMax);
  const files = await Promise.all(
    message.attachments.map(async (file) => waysOf(file, await ports.link(file.key))),
  );
  return [...texts.map((text) => [{ type: 'text', text }]), ...files];
}

function waysOf({ type, size, name }: Attachment, media: string): Part[] {
  const file = { type: 'file', media, size, file_name: shortened(name) };
  if (/^image\/(?:jpeg|png|gif)$/.test(type) && size <= pictureBytesMax)
    return [{ type: 'picture', media, text: '' }, file];
  if (type === 'video/mp4' && size <= videoBytesMax) return [{ type: 'video', media, size }, file];
  return [file];
}

/** Keeps the ending, by which Viber knows the kind. */
function shortened(name: string): string {
  if (name.length <= fileNameMax) return name;
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, fileNameMax - ending.length)}${ending}`.toWellFormed();
}
