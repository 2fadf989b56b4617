import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { ClockInstance } from './clock.ts';
import { Paper, ReceivedLetter } from './letter.ts';
import {
  ChannelKind,
  EventId,
  Instant,
  Language,
  MessageId,
  Slug,
  TicketId,
} from './primitives.ts';

/** Who said or did something. `robot` is the desk itself. */
export const Actor = z.object({
  kind: z.enum(['customer', 'agent', 'robot', 'third-party']),
  id: z.string().max(64).optional(),
  name: z.string().max(120),
});
export type Actor = z.infer<typeof Actor>;

/**
 * How far a message of ours got; moves are in `functions/desk/delivery/states.ts`. `window-closed`: the channel takes
 * free text only so long after the customer's last message. `blocked`: the person does not want us any more.
 */
export const DeliveryState = z.enum([
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'delayed',
  'bounced',
  'complained',
  'failed',
  'window-closed',
  'blocked',
  'unknown',
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Delivery = z.object({
  state: DeliveryState,
  /** Claims so far; a claim is conditional on it, so two deliverers never send one message. */
  attempts: z.number().int().min(0),
  /** How often an agent sent it again; a failure speaks of the newest sending. */
  resends: z.number().int().min(1).optional(),
  /** When the state was reached. */
  at: Instant,
  /** The provider's id of what was sent (SES message id, Telegram message_id). */
  providerId: z.string().max(255).optional(),
  /** Why it did not arrive, in the provider's words, cut. */
  error: z.string().max(500).optional(),
  /** Hard failures are not worth repeating to the same address. */
  permanent: z.boolean().optional(),
  /** It went out, but not all of it: a file the channel does not take, words it cut. */
  remark: z.string().max(300).optional(),
  /** Of a letter only. */
  paper: Paper.optional(),
  /** How far a later change of its wording got. */
  edit: z
    .object({
      state: z.enum(['queued', 'sent', 'failed']),
      at: Instant,
      error: z.string().max(300).optional(),
    })
    .optional(),
});
export type Delivery = z.infer<typeof Delivery>;

/** An earlier wording of a message that its author changed. */
export const Wording = z.object({
  text: z.string().max(20_000),
  /** When it was replaced. */
  until: Instant,
});
export type Wording = z.infer<typeof Wording>;

export const Reaction = z.object({
  by: z.enum(['customer', 'agent']),
  emoji: z.string().min(1).max(40),
  at: Instant,
});
export type Reaction = z.infer<typeof Reaction>;

/** WGS 84 degrees. */
export const Place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(200).optional(),
  address: z.string().max(300).optional(),
});
export type Place = z.infer<typeof Place>;

/** A telephone call, updated by its provider's events; moves are in `functions/desk/calls/states.ts`. */
export const Call = z.object({
  /** The provider's id of the call. */
  id: z.string().min(1).max(128),
  direction: z.enum(['in', 'out']),
  state: z.enum(['ringing', 'queued', 'talking', 'ended', 'missed', 'voicemail', 'failed']),
  /** E.164; absent when the caller withheld it. Never proof of who calls. */
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  startedAt: Instant,
  answeredAt: Instant.optional(),
  endedAt: Instant.optional(),
  /** Seconds of talk or recording, as the provider counts them. */
  seconds: z.number().int().min(0).optional(),
  agentName: z.string().max(120).optional(),
  transcript: z.string().max(20_000).optional(),
});
export type Call = z.infer<typeof Call>;

/** What a calendar invitation that came with a mail says (RFC 5545), as written. */
export const Invitation = z.object({
  /** REQUEST, REPLY, CANCEL, PUBLISH …; '' if not said. */
  method: z.string().max(40),
  title: z.string().max(300),
  /** `20261122T100000Z`, `20261122`, or local time of `timeZone`. */
  start: z.string().max(40),
  end: z.string().max(40),
  timeZone: z.string().max(100),
  location: z.string().max(300),
  organizer: z.string().max(320),
});
export type Invitation = z.infer<typeof Invitation>;

/** A text that the provider approved beforehand, by name; WhatsApp takes nothing else outside its window. */
export const MessageTemplate = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  /** The provider's language code: `en_US`. */
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  parameters: z.array(z.string().min(1).max(1024)).max(20),
});
export type MessageTemplate = z.infer<typeof MessageTemplate>;

/** One thing said, in or out. PK of its ticket, sorted by the provider's time. */
export const Message = z.object({
  type: z.literal('message'),
  id: MessageId,
  ticketId: TicketId,
  direction: z.enum(['in', 'out']),
  /**
   * `customer`, `third-party` and `call` come in; `auto-reply`, `bounce`, `receipt` and `complaint` are robots' mail kept
   * for the record; `reply` is an agent's answer, written here or (flag `echo`) in the channel's own app; `acknowledgement` and `notice` are ours and automatic.
   */
  kind: z.enum([
    'customer',
    'third-party',
    'call',
    'auto-reply',
    'bounce',
    'receipt',
    'complaint',
    'reply',
    'acknowledgement',
    'notice',
  ]),
  author: Actor,
  channel: ChannelKind,
  connectionId: Slug,
  /** Address or id on the channel: where it came from, or where it goes. */
  address: z.string().max(320).optional(),
  cc: z.array(z.string().max(320)).max(50).optional(),
  subject: z.string().max(500).optional(),
  /** Whole text; the first 2,000 characters when the body is in S3 (`bodyKey`). */
  text: z.string(),
  /** Where quoted history begins in `text`, UTF-16 units; screens fold what follows. */
  quoteStart: z.number().int().min(0).optional(),
  /** Sanitized HTML, if the sender wrote HTML and it fits the item. */
  html: z.string().optional(),
  /** S3 key of `{ text, html }` when together over 32 KB. */
  bodyKey: z.string().optional(),
  attachments: z.array(Attachment).max(100),
  /** The channel's own id: RFC Message-ID without `<>`, Telegram message_id. */
  externalId: z.string().max(998).optional(),
  /** `externalId` of the message this one answers, where the channel says so. */
  inReplyTo: z.string().max(998).optional(),
  /** Newest change of the text by its author; `wordings` are the earlier ones, oldest first. */
  editedAt: Instant.optional(),
  wordings: z.array(Wording).max(10).optional(),
  /** Withdrawn by its author. The text stays for the record and is shown struck out; files are dropped. */
  deletedAt: Instant.optional(),
  /** One of each side at most, the newest. */
  reactions: z.array(Reaction).max(2).optional(),
  /** When a side took its reaction back: an older one that comes late stays away. */
  unreacted: z
    .array(Reaction.omit({ emoji: true }))
    .max(2)
    .optional(),
  place: Place.optional(),
  call: Call.optional(),
  template: MessageTemplate.optional(),
  invitation: Invitation.optional(),
  letter: ReceivedLetter.optional(),
  /** The provider's or SES's receipt time (clocks use this). */
  occurredAt: Instant,
  storedAt: Instant,
  /** The ticket's version that brought it: rises in the order of writing, which is not that of `occurredAt`. */
  seq: z.number().int().min(1).optional(),
  /** S3 key of the bytes as received. */
  rawKey: z.string().optional(),
  /** What an agent should be told: `sender-unverified`, `other-address`, `virus`, `unreadable`, `encrypted`, … */
  flags: z.array(z.string().max(40)).max(20),
  delivery: Delivery.optional(),
  /** The ticket's status when this message changed it: a reopening, a wait, a close (no entry of its own). */
  statusAfter: z.enum(['open', 'waiting', 'closed']).optional(),
  /** Clocks this message ended. */
  ended: z.array(ClockInstance).max(20).optional(),
  /** Of an acknowledgement: until when it told the customer to expect an answer. */
  expectedAt: Instant.optional(),
  language: Language.optional(),
});
export type Message = z.infer<typeof Message>;

/** Said to colleagues only. */
export const Note = z.object({
  type: z.literal('note'),
  id: EventId,
  ticketId: TicketId,
  author: Actor,
  text: z.string().min(1).max(20_000),
  attachments: z.array(Attachment).max(20),
  occurredAt: Instant,
});
export type Note = z.infer<typeof Note>;

/** A change of the ticket. `data` holds what the kind says, for the sentence on the screen. */
export const TicketEvent = z.object({
  type: z.literal('event'),
  id: EventId,
  ticketId: TicketId,
  kind: z.enum([
    'opened',
    'routed',
    'claimed',
    'released',
    'moved',
    'waiting',
    'on-hold',
    'snoozed',
    'woken',
    'closed',
    'reopened',
    'marked-spam',
    'not-spam',
    'priority',
    'promise',
    'warned',
    'breached',
    'delivery-failed',
    'resent',
    'follow-up',
    'muted',
    'blocked',
    'unblocked',
    'started',
    'assigned',
    'lapsed',
    'overflowed',
    'escalated',
    'returned',
    'reminded',
  ]),
  by: Actor,
  occurredAt: Instant,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Clocks this change ended. */
  ended: z.array(ClockInstance).max(20).optional(),
});
export type TicketEvent = z.infer<typeof TicketEvent>;

export const TimelineEntry = z.discriminatedUnion('type', [Message, Note, TicketEvent]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;
