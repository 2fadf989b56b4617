import * as z from 'zod';
import { Agent, Permission } from '../agent.ts';
import { Attachment, maxAttachmentBytes } from '../attachment.ts';
import { Customer } from '../customer.ts';
import { Line, Localized, PublicConnection, Topic } from '../desk.ts';
import { AgentId, ChannelKind, Instant, Language, Slug } from '../primitives.ts';
import { Ticket, TicketSummary } from '../ticket.ts';
import { Message, Note, TicketEvent } from '../timeline.ts';

/** Opaque; give it back to read on. */
export const Cursor = z.string().max(1024);

/** Files without their storage key; a link is asked for with `getAttachment`. */
export const AttachmentView = Attachment.omit({ key: true });

/** A message as screens see it: no storage keys. `isCut` says the body is longer (`getMessageBody`). */
export const MessageView = Message.omit({ bodyKey: true, rawKey: true, attachments: true }).extend({
  attachments: z.array(AttachmentView),
  isCut: z.boolean(),
  hasRaw: z.boolean(),
});
export type MessageView = z.infer<typeof MessageView>;
export const NoteView = Note.omit({ attachments: true }).extend({
  attachments: z.array(AttachmentView),
});
export const EntryView = z.discriminatedUnion('type', [MessageView, NoteView, TicketEvent]);
export type EntryView = z.infer<typeof EntryView>;

export const TicketPage = z.object({
  items: z.array(TicketSummary),
  cursor: Cursor.optional(),
});

/**
 * One way to the customer, as of now. `person-only`: past the channel's window but still open to a person's answer.
 * `no-reply`: this connection takes in only.
 */
export const Reach = z.object({
  connectionId: Slug,
  channel: ChannelKind,
  address: z.string(),
  state: z.enum(['open', 'person-only', 'window-closed', 'blocked', 'no-reply']),
  /** When the present state ends by itself. */
  closesAt: Instant.optional(),
  /** Approved templates are taken here although the window is closed. */
  takesTemplates: z.boolean(),
  /** Longest text of one message, characters; longer ones are sent in parts. */
  textMax: z.number().int().optional(),
  /** Largest file, bytes; 0: none. */
  fileBytesMax: z.number().int(),
  /** What was sent can be changed there afterwards. */
  canEdit: z.boolean(),
});
export type Reach = z.infer<typeof Reach>;

/** The whole ticket, its newest 100 entries (or the page asked for), oldest first, and the customer. */
export const TicketView = z.object({
  ticket: Ticket,
  entries: z.array(EntryView),
  /** Present when older entries exist. */
  cursor: Cursor.optional(),
  customer: Customer.optional(),
  /** Where an answer goes, and where else it could. */
  reach: Reach.optional(),
  otherWays: z.array(Reach).default([]),
});
export type TicketView = z.infer<typeof TicketView>;

export const QueueView = z.object({
  topic: z.string(),
  /** Tickets in work now (status open). */
  active: z.number().int(),
  /** Of these, assigned to nobody. */
  unassigned: z.number().int(),
  postponed: z.number().int(),
  /** Open tickets with a breached clock. */
  breached: z.number().int(),
  /** When the longest-waiting open ticket began to wait. */
  oldestAt: Instant.optional(),
  isPaused: z.boolean(),
});
export type QueueView = z.infer<typeof QueueView>;

export const MeView = z.object({
  agent: Agent,
  permissions: z.array(Permission),
  /** Of a role of the desk's own. */
  roleName: z.string().optional(),
});

export const Colleague = z.object({ id: AgentId, name: z.string(), active: z.boolean() });

/** Everything a screen needs to name things; changes rarely. */
export const DeskView = z.object({
  name: z.string(),
  language: Language,
  /** IANA zone of the desk's own days. */
  timeZone: z.string(),
  topics: z.array(Topic),
  lines: z.array(Line),
  connections: z.array(PublicConnection),
  colleagues: z.array(Colleague),
  tiers: z.array(z.object({ id: Slug, name: Localized })),
  /** On now: agents see why more comes than usual. */
  peak: z.object({ id: Slug, name: z.string(), to: Instant }).optional(),
});
export type DeskView = z.infer<typeof DeskView>;

/** Where to PUT one file; `grant` is what later calls name it by. */
export const UploadGrant = z.object({
  grant: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: Instant,
});

export const UploadRequest = z.object({
  name: z.string().min(1).max(255),
  type: z.string().min(1).max(127),
  size: z.number().int().min(1).max(maxAttachmentBytes),
});
