import type { ChannelEvent, Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import type { HookInput } from '../hook-delivery.ts';
import { losslessJsonOf } from '../lossless-json.ts';
import { plainText } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, sentKey } from '../pointers.ts';
import { contentOf } from './content.ts';
import { ViberCallback, type ViberUser } from './event.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`viber.${code}`] });

/** One callback is one message or one event. A chat has the id of its person. */
export async function parseViber(input: HookInput): Promise<Understood> {
  const callback = ViberCallback.parse(losslessJsonOf(input.body));
  if (callback.event === 'message') return messageOf(callback, input);
  const event = eventOf(callback, input);
  return event ? { incoming: [], events: [event], ignored: [] } : ignore('event-unknown');
}

function messageOf(callback: ViberCallback, input: HookInput): Understood {
  const { sender, message, message_token: token } = callback;
  if (!sender || !message || token === undefined) return ignore('message-incomplete');
  const content = contentOf(message);
  const inbound = chatInbound(input, {
    channel: 'viber',
    chat: sender.id,
    number: token,
    externalId: token,
    from: {
      externalId: sender.id,
      name: plainText(sender.name) || 'Viber user',
      language: languageOf(sender),
    },
    text: content.text,
    flags: content.flags,
    ...(content.place && { place: content.place }),
    occurredAt: plausibleInstant(callback.timestamp, input.receivedAt),
  });
  return { incoming: [{ inbound, files: content.files }], ignored: [] };
}

const languageOf = ({ language }: ViberUser) => {
  const tag = language?.toLowerCase().split(/[-_]/)[0];
  return tag === 'en' || tag === 'ru' ? tag : undefined;
};

/** Receipts also come for what the customer wrote; no message of ours has such a token then. */
function eventOf(callback: ViberCallback, input: HookInput): ChannelEvent | undefined {
  const { connection } = input;
  const at = plausibleInstant(callback.timestamp, input.receivedAt);
  const person = callback.user?.id ?? callback.user_id;
  const keys =
    callback.message_token === undefined
      ? []
      : [sentKey('viber', connection.id, callback.message_token)];
  const who = person !== undefined && {
    chat: chatKey('viber', connection.id, person),
    sender: { channel: 'viber' as const, connectionId: connection.id, externalId: person },
  };
  const isOurs = keys.length > 0;
  switch (callback.event) {
    case 'delivered':
      return isOurs ? { kind: 'receipt', receipt: 'delivered', keys, at } : undefined;
    case 'seen':
      return isOurs ? { kind: 'receipt', receipt: 'read', keys, at } : undefined;
    case 'failed':
      if (!isOurs) return undefined;
      return { kind: 'failure', ...failureOf(callback.desc ?? ''), keys, at };
    case 'subscribed':
      return who ? { kind: 'unblocked', ...who, at } : undefined;
    case 'unsubscribed':
      return who ? { kind: 'blocked', ...who, at } : undefined;
    case 'conversation_started':
      return who
        ? { kind: 'started', ...who, ...(callback.context && { payload: callback.context }), at }
        : undefined;
    default:
      return undefined;
  }
}

const failureOf = (description: string) => ({
  outcome: /not subscribed|unsubscribed/i.test(description)
    ? ('blocked' as const)
    : ('failed' as const),
  error: `viber: ${plainText(description) || 'failed'}`.slice(0, 300),
  permanent: true,
});
