import * as z from 'zod';
import type { Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import type { HookInput } from '../hook-delivery.ts';
import { losslessJsonOf } from '../lossless-json.ts';
import { plainText } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { contentOf } from './content.ts';
import { OkEvent, type OkMessage } from './event.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`ok.${code}`] });

/** One event is one message at most; OK reports neither receipts nor changes, nor what we write. */
export async function parseOk(input: HookInput): Promise<Understood> {
  const value = losslessJsonOf(input.body);
  const { webhookType: type } = Kind.parse(value);
  if (type === 'CHAT_SYSTEM') return ignore('chat-system');
  if (type !== undefined && type !== 'MESSAGE_CREATED' && type !== 'MESSAGE_CALLBACK')
    return ignore('event-unknown');
  const event = OkEvent.parse(value);
  if (type === 'MESSAGE_CALLBACK') return press(event, input);
  return event.message ? statement(event, event.message, input) : ignore('event-unknown');
}

const Kind = z.looseObject({ webhookType: z.string().optional() });

const spoken = (event: OkEvent, { receivedAt }: HookInput) => ({
  channel: 'ok' as const,
  chat: event.recipient.chat_id,
  from: {
    externalId: event.sender.user_id,
    name: plainText(event.sender.name) || event.sender.user_id,
  },
  occurredAt: plausibleInstant(event.timestamp, receivedAt),
});

function statement(event: OkEvent, message: OkMessage, input: HookInput): Understood {
  const { mid } = message;
  if (mid === undefined) return ignore('message-incomplete');
  const { files, ...content } = contentOf(message);
  const inbound = chatInbound(input, {
    ...spoken(event, input),
    ...content,
    number: mid,
    externalId: mid,
    inReplyTo: message.reply_to,
  });
  return { incoming: [{ inbound, files }], ignored: [] };
}

/** A pressed button says what is written on it, and waits for an answer. */
function press(event: OkEvent, input: HookInput): Understood {
  const { callbackId: id, payload = '', message, mid = message?.mid } = event;
  if (id === undefined) return ignore('message-incomplete');
  const inbound = chatInbound(input, {
    ...spoken(event, input),
    number: `press:${id}`,
    text: plainText(wordsOn(message, payload) ?? payload) || '[button]',
    inReplyTo: mid,
    flags: ['button'],
  });
  const data = { chat: event.recipient.chat_id };
  const answer = { connectionId: input.connection.id, id, data };
  return {
    incoming: [{ inbound, files: [] }],
    events: [{ kind: 'postback', answer, at: input.receivedAt }],
    ignored: [],
  };
}

const Keyboard = z.object({
  keyboard: z.object({
    buttons: z.array(z.array(z.object({ text: z.string(), payload: z.string().optional() }))),
  }),
});

function wordsOn(message: OkMessage | undefined, payload: string): string | undefined {
  const { attachment, attachments = attachment ? [attachment] : [] } = message ?? {};
  const keyboards = attachments.filter(({ type }) => type === 'INLINE_KEYBOARD');
  return keyboards
    .flatMap((one) => Keyboard.safeParse(one.payload).data?.keyboard.buttons.flat() ?? [])
    .find((button) => button.payload === payload)?.text;
}
