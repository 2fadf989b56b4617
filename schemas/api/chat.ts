import * as z from 'zod';
import { ChatMessage, ChatUser } from '../chat.ts';
import { Instant, Language, Slug, TicketId } from '../primitives.ts';
import { endpoint } from './endpoint.ts';
import { UploadGrant, UploadRequest } from './views.ts';

/**
 * What the site chat's widget asks over HTTP. Pages of other origins ask, as `text/plain`, so that browsers need no
 * second request for permission; the Origin header is held against the connection's hosts instead.
 */

/** When somebody is there, and how long it takes; numbers are rounded up and left out when nothing honest can be said. */
const ChatStatus = z.object({
  isOpen: z.boolean(),
  /** When the desk is back; absent while it is open. */
  opensAt: Instant.optional(),
  /** What is promised for a first answer, in the visitor's language: `4 working hours`. */
  promise: z.string().optional(),
  /** Minutes until somebody answers, about. */
  waitMinutes: z.number().int().min(1).optional(),
  /** Place in the queue, 1 is next; absent while nothing of this visitor waits. */
  position: z.number().int().min(1).optional(),
  /** There are more before this visitor than `position` says. */
  isFarBack: z.boolean().optional(),
});
export type ChatStatus = z.infer<typeof ChatStatus>;

const token = z.string().max(2000);

export const openChat = endpoint({
  name: 'openChat',
  method: 'POST',
  path: '/portal/chat/session',
  permission: 'public',
  summary:
    'Site chat: who this visitor is, and the WebSocket’s address with a token good for a minute',
  body: z.object({
    connection: Slug,
    /** Of an earlier visit. One that is not good any more is replaced, not refused. */
    token: token.optional(),
    user: ChatUser.optional(),
    language: Language.optional(),
  }),
  output: z.object({
    /** Kept by the widget: whoever has it reads the conversation. */
    token: z.string(),
    /** Another when the conversation is another: what the widget knows of the old one is not this visitor's. */
    chat: z.string(),
    socketUrl: z.string(),
    /** Name of the desk's end. */
    name: z.string(),
    isIdentified: z.boolean(),
    status: ChatStatus,
  }),
});

export const readChat = endpoint({
  name: 'readChat',
  method: 'POST',
  path: '/portal/chat/history',
  permission: 'public',
  summary: 'Site chat: what was said since a cursor, or the newest messages; and how long it takes',
  body: z.object({ token, since: z.string().max(200).optional() }),
  output: z.object({
    /** Oldest first. Some may be known already: ids tell. */
    messages: z.array(ChatMessage),
    /** Ask from here next time; absent while nothing was said. */
    cursor: z.string().optional(),
    /** Older messages exist that are not shown. */
    isCut: z.boolean(),
    /** Answers go there by mail when the visitor has left, shortened: `o…@example.net`. */
    mailTo: z.string().optional(),
    status: ChatStatus,
  }),
});

export const requestChatUpload = endpoint({
  name: 'requestChatUpload',
  method: 'POST',
  path: '/portal/chat/uploads',
  permission: 'public',
  summary: 'Site chat: a signed link to put one file of a message',
  body: UploadRequest.extend({ token }),
  output: UploadGrant,
  status: 201,
});

export const announceTyping = endpoint({
  name: 'announceTyping',
  method: 'POST',
  path: '/api/tickets/{ticketId}/typing',
  permission: 'tickets.work',
  summary:
    'Site chat: let the visitor see that an answer is being written; say it every few seconds',
  params: z.object({ ticketId: TicketId }),
  body: z.object({}),
  output: z.object({
    /** Whether a page of the visitor's was told. */
    isHere: z.boolean(),
  }),
});

export const chatStaffEndpoints = [announceTyping] as const;
export const chatEndpoints = [openChat, readChat, requestChatUpload] as const;
