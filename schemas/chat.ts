import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { EmailAddress, Instant, Language, MessageId, Slug } from './primitives.ts';

/**
 * What the site chat's widget and the desk say to each other. Frames go over the WebSocket; history, session and
 * files over HTTP (`schemas/api/portal.ts`). docs/channels/chat.md has the same as a table.
 */

/** One conversation: `v:` and what we made up for a stranger, `u:` and a hash of the page's own user id. */
export const ChatId = z.string().regex(/^[uv]:[A-Za-z0-9_-]{16,43}$/);

/** Made up by the widget for each message; the same again is the same message. */
export const ClientMessageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Longest text of one message, UTF-16 units: as JSON it fits one frame of API Gateway (32 KB). */
export const chatTextMax = 4_000;
export const chatFilesMax = 5;

/** Whom the page says its visitor is; `hash` is the page's HMAC over it (docs/channels/chat.md). */
export const ChatUser = z.object({
  id: z.string().regex(/^[^\p{Cc}]{1,128}$/u),
  email: EmailAddress.optional(),
  name: z.string().trim().min(1).max(80).optional(),
  hash: z.string().regex(/^[0-9a-fA-F]{64}$/),
});
export type ChatUser = z.infer<typeof ChatUser>;

/** What the widget says. */
export const ChatFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ping') }),
  z.object({
    type: z.literal('message'),
    clientMsgId: ClientMessageId,
    text: z.string().max(chatTextMax),
    /** Grants of `requestChatUpload`. */
    files: z.array(z.string().max(4096)).max(chatFilesMax).default([]),
    /** Where answers go when the visitor has left. */
    email: EmailAddress.optional(),
  }),
  /** An address for answers by mail, given after something was written. */
  z.object({
    type: z.literal('contact'),
    clientMsgId: ClientMessageId,
    email: EmailAddress,
  }),
  z.object({ type: z.literal('typing') }),
  /** Everything of ours until then has arrived, or was looked at. */
  z.object({ type: z.literal('seen'), what: z.enum(['delivered', 'read']), until: Instant }),
]);
export type ChatFrame = z.infer<typeof ChatFrame>;

const ChatFile = z.object({
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  /** Good for some minutes; absent on a push. */
  url: z.string().optional(),
});

/** A message as its visitor may see it. */
export const ChatMessage = z.object({
  id: MessageId,
  at: Instant,
  by: z.enum(['visitor', 'agent', 'desk']),
  /** Of the agent who wrote. */
  name: z.string().optional(),
  text: z.string(),
  files: z.array(ChatFile),
  /** Of the visitor's own. */
  clientMsgId: z.string().optional(),
  /** It came by mail or another way. */
  isElsewhere: z.boolean().optional(),
  isEdited: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** What the widget is told. */
export const ChatPush = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pong') }),
  /** The message is stored: it will not be lost. `id` is the one it has in the history. */
  z.object({ type: z.literal('stored'), clientMsgId: z.string(), id: MessageId, at: Instant }),
  /** It will never be taken as it is; `code` is a problem's. */
  z.object({ type: z.literal('refused'), clientMsgId: z.string(), code: z.string() }),
  z.object({ type: z.literal('message'), message: ChatMessage }),
  /** Something is new that does not fit a frame: read the history. */
  z.object({ type: z.literal('changed') }),
  z.object({ type: z.literal('typing'), name: z.string() }),
  /** Somebody has the conversation open. */
  z.object({ type: z.literal('seen'), at: Instant }),
]);
export type ChatPush = z.infer<typeof ChatPush>;

/** Longest push that one frame takes, bytes; longer ones become `changed`. */
export const chatPushBytes = 30_000;

const said = [
  z.object({
    type: z.literal('message'),
    clientMsgId: ClientMessageId,
    text: z.string().max(chatTextMax),
    attachments: z.array(Attachment).max(chatFilesMax),
    /** Typed: it proves nothing. */
    email: EmailAddress.optional(),
  }),
  z.object({ type: z.literal('contact'), clientMsgId: ClientMessageId, email: EmailAddress }),
  z.object({ type: z.literal('seen'), what: z.enum(['delivered', 'read']), until: Instant }),
] as const;

/** What a visitor said, on its way to intake. */
export const ChatJob = z.object({
  kind: z.literal('chat'),
  connectionId: Slug,
  chat: ChatId,
  receivedAt: Instant,
  language: Language.optional(),
  /** Proven by the page's HMAC. */
  user: ChatUser.omit({ hash: true }).optional(),
  said: z.discriminatedUnion('type', said),
});
export type ChatJob = z.infer<typeof ChatJob>;
