import * as z from 'zod';

/** An instant as stored everywhere: ISO 8601, UTC, milliseconds (`2026-11-22T10:00:00.000Z`). */
export const Instant = z.iso.datetime({ precision: 3 });

/** The ticket's id is its human number behind a kind: `tkt_1042`. */
export const TicketId = z.string().regex(/^tkt_\d{1,12}$/);
export const MessageId = z.string().regex(/^msg_[a-z0-9]{16,32}$/);
export const CustomerId = z.string().regex(/^cus_[a-z0-9]{16,32}$/);
export const AgentId = z.string().regex(/^agt_[a-z0-9]{4,32}$/);
/** Anything on the timeline that is not a message: notes, changes, warnings. */
export const EventId = z.string().regex(/^evt_[a-z0-9]{16,40}$/);

/** A short name chosen by an admin that also names infrastructure: topics, lines, connections. */
export const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/);

/** Languages the desk speaks; a further one is a file in `ui/texts` and `functions/desk/texts`. */
export const Language = z.enum(['en', 'ru']);
export type Language = z.infer<typeof Language>;

/** The e-mail address as far as it can be checked without sending: one `@`, no spaces, RFC 5321 lengths. */
export const EmailAddress = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,189}$/);

/** Channels whose provider calls us: `/hooks/<channel>/<connection>`. */
export const HookChannel = z.enum([
  'telegram',
  'whatsapp',
  'messenger',
  'instagram',
  'viber',
  'vk',
  'ok',
  'sms',
  'phone',
  'webhook',
]);
export type HookChannel = z.infer<typeof HookChannel>;

/** `chat` is the widget on a page of the customer's; `letter` is paper that a clerk enters. */
export const ChannelKind = z.enum(['mail', 'form', ...HookChannel.options, 'chat', 'letter']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** Whose servers `deliver` and `intake` call; addresses are configuration (`PROVIDER_BASES`). */
export const Provider = z.enum([
  'telegram',
  'graph',
  'instagram',
  'viber',
  'vk',
  'ok',
  'twilio',
  'slack',
]);
export type Provider = z.infer<typeof Provider>;

/** A telephone number as ITU-T E.164 writes it: `+4930123456`. */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{4,14}$/);

/** Higher is more pressing; the order of the list is the order of urgency. */
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

/** A day of the calendar: `2026-11-22`. */
export const LocalDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
