import type { Connection } from '../../../../schemas/connection.ts';
import { chatInbound } from '../../chat-inbound.ts';
import { contentHash } from '../../content-hash.ts';
import { entryOf } from '../../entry-of.ts';
import { languageOf } from '../../language-of.ts';
import { cut, plainText } from '../../plain-text.ts';
import { chatKey } from '../../pointers.ts';
import { instantOf } from '../instant.ts';
import { messageKeys } from '../message-keys.ts';
import { type Batch, codeOf, happened, ignoring, said } from '../understood.ts';
import { type Content, contentOf } from './content.ts';
import type { MessagingEvent, MessagingMessage } from './event.ts';
import type { Messaging } from './parse.ts';
import { understandReceipts } from './understand-receipts.ts';

export type EventContext = {
  readonly messaging: Messaging;
  readonly connection: Connection;
  /** The page's or account's id. */
  readonly ourId: string;
  readonly receivedAt: string;
  /** Another app holds the conversation: kept for the record, not acknowledged. */
  readonly isStandby: boolean;
};

/** Who the conversation is with, when it was said, and whether by us. */
export type Frame = {
  readonly personId: string;
  readonly at: string;
  readonly isOurs: boolean;
};

export function understandEvent(event: MessagingEvent, context: EventContext): Batch {
  const { channel } = context.messaging;
  const { id: connectionId } = context.connection;
  const frame = frameOf(event, context);
  if (!frame) return ignoring(`${channel}.no-sender`);
  const { message, postback, reaction, message_edit: edit, referral } = event;
  const at = { at: frame.at };
  if (message) return understandMessage(message, frame, context);
  if (postback) return said(postbackOf(event, frame, context));
  if (event.delivery || event.read) return understandReceipts(event, frame, context);
  if (reaction) {
    const by = frame.isOurs ? ('agent' as const) : ('customer' as const);
    const emoji = reaction.action === 'unreact' ? undefined : emojiOf(reaction);
    const keys = messageKeys(channel, connectionId, reaction.mid);
    return happened({ kind: 'reaction', ...at, keys, by, ...(emoji && { emoji }) });
  }
  if (edit) {
    // Instagram announces new messages as their edit number 0, some without a word.
    if (edit.text === undefined || edit.num_edit === 0) return ignoring(`${channel}.edit-empty`);
    const keys = messageKeys(channel, connectionId, edit.mid);
    const text = plainText(edit.text);
    const content = { text, files: [], flags: [] };
    const whole = incomingOf({ mid: edit.mid, number: edit.mid, content }, frame, context);
    return happened({ kind: 'edited', ...at, keys, text, whole });
  }
  if (referral) {
    const chat = chatKey(channel, connectionId, frame.personId);
    const sender = { channel, connectionId, externalId: frame.personId };
    const payload = referral.ref?.slice(0, 200);
    return happened({ kind: 'started', ...at, chat, sender, ...(payload && { payload }) });
  }
  return ignoring(`${channel}.event-${unknownKind(event)}`);
}

/** In an echo sender and recipient have changed places. */
function frameOf(event: MessagingEvent, { ourId, receivedAt }: EventContext): Frame | undefined {
  const { sender, recipient, timestamp, message } = event;
  const isOurs = message?.is_echo === true || sender?.id === ourId;
  const personId = isOurs ? recipient?.id : sender?.id;
  if (personId === undefined || personId === ourId) return undefined;
  return { personId, isOurs, at: instantOf(timestamp, receivedAt) };
}

function understandMessage(message: MessagingMessage, frame: Frame, context: EventContext): Batch {
  const { channel } = context.messaging;
  if (message.is_deleted)
    return message.mid === undefined
      ? ignoring(`${channel}.deleted-unknown`)
      : happened({
          kind: 'deleted',
          at: frame.at,
          keys: messageKeys(channel, context.connection.id, message.mid),
        });
  if (frame.isOurs && isOurOwn(message)) return ignoring(`${channel}.own-echo`);
  const number = message.mid ?? contentHash(frame.personId, frame.at, JSON.stringify(message));
  const spoken = { mid: message.mid, number, content: contentOf(message), message };
  return said(incomingOf(spoken, frame, context));
}

/** We send our message's id along; what Meta's own inbox or another app wrote has none of ours. */
const isOurOwn = ({ metadata }: MessagingMessage) => /^msg_[a-z0-9]{16,32}$/.test(metadata ?? '');

type Spoken = {
  /** Absent in some old deliveries: `number` stands in where the message must be known again. */
  readonly mid: string | undefined;
  readonly number: string;
  readonly content: Content;
  readonly message?: MessagingMessage;
};

function incomingOf(
  { mid, number, content, message }: Spoken,
  frame: Frame,
  context: EventContext,
) {
  const { messaging, connection, isStandby } = context;
  const { text, files, place, flags } = content;
  const kind = frame.isOurs ? ('reply' as const) : ('customer' as const);
  const answered = message?.reply_to?.mid;
  const inbound = chatInbound(
    { connection },
    {
      channel: messaging.channel,
      chat: frame.personId,
      number,
      from: { externalId: frame.personId, name: messaging.nameless },
      kind,
      text,
      ...(mid !== undefined && { externalId: mid }),
      ...(answered !== undefined && { inReplyTo: answered }),
      ...(place && { place }),
      mayAcknowledge: kind === 'customer' && !isStandby,
      flags: [...flags, ...(isStandby ? ['standby'] : [])],
      occurredAt: frame.at,
      language: languageOf(text),
    },
  );
  return { inbound, files };
}

/** A pressed button: its caption is what the person said. */
function postbackOf({ postback }: MessagingEvent, frame: Frame, context: EventContext) {
  const { mid, title, payload } = postback ?? {};
  const number = mid ?? `${frame.personId}:${frame.at}:${contentHash(payload ?? title ?? '')}`;
  const text = plainText(title ?? payload ?? '') || '[pressed a button]';
  const content = { text, files: [], flags: ['postback'] };
  return incomingOf({ mid, number, content }, frame, context);
}

/** Where the emoji itself is missing, the name of the old seven. */
const emojiByName: Readonly<Record<string, string>> = {
  love: '❤️',
  smile: '😆',
  wow: '😮',
  sad: '😢',
  angry: '😠',
  like: '👍',
  dislike: '👎',
};

const emojiOf = ({ emoji, reaction }: NonNullable<MessagingEvent['reaction']>): string =>
  cut(plainText(emoji ?? ''), 40) || (entryOf(emojiByName, reaction ?? '') ?? '👍');

const frameNames = new Set(['sender', 'recipient', 'timestamp', 'is_self']);

const unknownKind = (event: MessagingEvent): string =>
  codeOf(
    Object.keys(event).find((name) => !frameNames.has(name) && event[name] !== undefined) ?? '',
  );
