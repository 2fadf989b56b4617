import * as z from 'zod';
import { Attachment } from './attachment.ts';
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

export const InboundJob = z.union([
  ReceivedMail,
  z.discriminatedUnion('kind', [ReplayedMail, HookDelivery, FormRequest]),
]);
export type InboundJob = z.infer<typeof InboundJob>;

/** What a topic's queue carries: a reference; dispatch reads the ticket again. */
export const TopicJob = z.object({ ticketId: TicketId, messageId: MessageId });
export type TopicJob = z.infer<typeof TopicJob>;

/** What relay hands to deliver. */
export const OutboundJob = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    ticketId: TicketId,
    messageId: MessageId,
    occurredAt: Instant,
  }),
  z.object({ kind: z.literal('alert'), ticketId: TicketId, eventId: EventId, occurredAt: Instant }),
]);
export type OutboundJob = z.infer<typeof OutboundJob>;
