import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { ChatJob } from './chat.ts';
import { PostalLines, ReceivedLetter } from './letter.ts';
import {
  EmailAddress,
  EventId,
  HookChannel,
  Instant,
  Language,
  MessageId,
  Slug,
  TicketId,
} from './primitives.ts';

const Verdict = z.object({ status: z.string() });

/**
 * What SES publishes when it has stored a mail ("Received" notification).
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export const ReceivedMail = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    timestamp: z.string(),
    source: z.string(),
    /** SES's id, which is the object's name; not the RFC Message-ID. */
    messageId: z.string().min(1),
    destination: z.array(z.string()),
  }),
  receipt: z.object({
    timestamp: z.string(),
    /** Envelope recipients that the rule matched: mail is routed on these, never on To. */
    recipients: z.array(z.string()),
    spamVerdict: Verdict.optional(),
    virusVerdict: Verdict.optional(),
    spfVerdict: Verdict.optional(),
    dkimVerdict: Verdict.optional(),
    dmarcVerdict: Verdict.optional(),
    dmarcPolicy: z.string().optional(),
    action: z.object({ type: z.string(), bucketName: z.string(), objectKey: z.string() }),
  }),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** Stored mail fed again by the operator: envelope and verdicts are read from the topmost headers. */
export const ReplayedMail = z.object({
  kind: z.literal('replay'),
  bucket: z.string(),
  key: z.string(),
});
export type ReplayedMail = z.infer<typeof ReplayedMail>;

/** A verified webhook request, byte for byte, before anybody understood it. */
export const HookDelivery = z.object({
  kind: z.literal('hook'),
  channel: HookChannel,
  connectionId: Slug,
  receivedAt: Instant,
  /** Base64 of the raw body; absent when `bodyKey` names the object that holds it. */
  body: z.string().optional(),
  bodyKey: z.string().optional(),
  /** The few headers a channel's parser needs (lower-cased names). */
  headers: z.record(z.string(), z.string()),
});
export type HookDelivery = z.infer<typeof HookDelivery>;

/** A request made by the public form. The typed address is not proof of anything. */
export const FormRequest = z.object({
  kind: z.literal('form'),
  connectionId: Slug,
  submissionId: z.uuid(),
  receivedAt: Instant,
  topic: Slug,
  email: EmailAddress,
  name: z.string().max(120),
  text: z.string().max(20_000),
  fields: z.record(z.string(), z.string().max(4000)),
  attachments: z.array(Attachment).max(10),
  language: Language,
});
export type FormRequest = z.infer<typeof FormRequest>;

/** A paper letter as a clerk entered it; files are stored already. */
export const LetterEntry = z.object({
  kind: z.literal('letter'),
  connectionId: Slug,
  /** Midnight of the day it reached the office, there: promises count from it. */
  receivedAt: Instant,
  enteredAt: Instant,
  sender: z.object({ name: z.string().max(80), address: PostalLines }),
  ticketId: TicketId.optional(),
  topic: Slug.optional(),
  subject: z.string().max(200),
  text: z.string().max(20_000),
  letter: ReceivedLetter,
  attachments: z.array(Attachment).max(10),
  language: Language.optional(),
});
export type LetterEntry = z.infer<typeof LetterEntry>;

/**
 * A contact event of Amazon Connect, as EventBridge puts it on the queue (there with `detail-type` instead of `kind`).
 * Unknown fields and event types are left alone.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export const ContactEvent = z.object({
  kind: z.literal('contact-event'),
  time: z.string(),
  detail: z.looseObject({
    eventType: z.string(),
    contactId: z.string().min(1).max(128),
    instanceArn: z.string(),
  }),
});
export type ContactEvent = z.infer<typeof ContactEvent>;

export const InboundJob = z.union([
  ReceivedMail,
  z.discriminatedUnion('kind', [
    ReplayedMail,
    HookDelivery,
    FormRequest,
    LetterEntry,
    ContactEvent,
    ChatJob,
  ]),
]);
export type InboundJob = z.infer<typeof InboundJob>;

/** What a topic's queue carries: a reference; dispatch reads the ticket again. */
export const TopicJob = z.object({ ticketId: TicketId, messageId: MessageId });
export type TopicJob = z.infer<typeof TopicJob>;

/** A place in the row of a connection whose provider takes so many a second; good for this attempt only. */
const Turn = z.object({ at: Instant, attempts: z.number().int().min(0) });

/** What relay hands to deliver; button answers come from intake at once, because providers wait seconds for them. */
export const OutboundJob = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    ticketId: TicketId,
    messageId: MessageId,
    occurredAt: Instant,
    /** The queue keeps one connection's flood from holding up the others by it. */
    connectionId: Slug.optional(),
    turn: Turn.optional(),
  }),
  z.object({ kind: z.literal('alert'), ticketId: TicketId, eventId: EventId, occurredAt: Instant }),
  /** Some time after an answer in the site chat: by mail, if the visitor did not get it there. */
  z.object({
    kind: z.literal('mail-copy'),
    ticketId: TicketId,
    messageId: MessageId,
    occurredAt: Instant,
  }),
  /** The wording of a message that was sent already is to be changed where it was sent. */
  z.object({
    kind: z.literal('edit'),
    ticketId: TicketId,
    messageId: MessageId,
    occurredAt: Instant,
  }),
  /** Stops the spinner of a pressed button. */
  z.object({
    kind: z.literal('postback'),
    channel: HookChannel,
    receivedAt: Instant,
    answer: z.object({
      connectionId: Slug,
      id: z.string().max(500),
      data: z.record(z.string(), z.string().max(1000)),
    }),
  }),
  /** A request on the connection's health item: look after it, or send a test. */
  z.object({
    kind: z.literal('connection'),
    connectionId: Slug,
    want: z.enum(['check', 'test']),
    requestedAt: Instant,
  }),
]);
export type OutboundJob = z.infer<typeof OutboundJob>;
