import * as z from 'zod';
import { EmailAddress, Language, PhoneNumber, Slug } from './primitives.ts';

/**
 * Our ends of the channels, as `desk.config.ts` lists them. Credentials are never here: each connection that has some
 * keeps them in a secret of its own, whose shape `functions/channels/<channel>/credentials.ts` gives.
 */

const common = {
  id: Slug,
  /** Name people see: in From, on the screens, of the sender where the channel shows one. */
  name: z.string().min(1).max(60),
  /** Topic of messages that no rule claims. */
  topic: Slug,
};
/** An id of the provider's, kept as text: many do not fit a number. */
const ProviderId = z.string().regex(/^[A-Za-z0-9:_-]{1,64}$/);

/** One mailbox of ours. SES receives for `domain`; plus-addresses of `address` belong to it too. */
const MailConnection = z.strictObject({
  ...common,
  channel: z.literal('mail'),
  address: EmailAddress,
  /** Further addresses that lead here. */
  aliases: z.array(EmailAddress).max(20).optional(),
});

const FormConnection = z.strictObject({
  id: Slug,
  channel: z.literal('form'),
  /** Mailbox that answers requests made by the form. */
  replyFrom: Slug,
});

const TelegramConnection = z.strictObject({ ...common, channel: z.literal('telegram') });

/** Standard Webhooks in and out; replies go to `replyUrl` if given. */
const WebhookConnection = z.strictObject({
  ...common,
  channel: z.literal('webhook'),
  replyUrl: z.url({ protocol: /^https?$/ }).optional(),
});

/** A number of the WhatsApp Business Cloud API. */
const WhatsAppConnection = z.strictObject({
  ...common,
  channel: z.literal('whatsapp'),
  phoneNumberId: ProviderId,
});

const MessengerConnection = z.strictObject({
  ...common,
  channel: z.literal('messenger'),
  pageId: ProviderId,
});

/** `page`: through a Facebook page (graph.facebook.com). `login`: Instagram Login (graph.instagram.com). */
const InstagramConnection = z.strictObject({
  ...common,
  channel: z.literal('instagram'),
  flavor: z.enum(['page', 'login']),
  accountId: ProviderId,
});

const ViberConnection = z.strictObject({
  ...common,
  channel: z.literal('viber'),
  /** Viber shows at most 28 characters of the sender's name. */
  name: z.string().min(1).max(28),
  /** Said to who opens the chat; Viber allows one message before they write. */
  welcome: z.string().min(1).max(1000).optional(),
});

const VkConnection = z.strictObject({
  ...common,
  channel: z.literal('vk'),
  groupId: z.string().regex(/^\d{1,15}$/),
});

const OkConnection = z.strictObject({
  ...common,
  channel: z.literal('ok'),
  /**
   * Addresses OK calls from, when the gateway sees them (docs/channels/ok.md); absent: any. OK named
   * 217.20.145.192/28, 217.20.151.160/28 and 217.20.153.48/28.
   */
  sourceRanges: z.array(z.cidrv4()).min(1).max(20).optional(),
});

/** A Twilio number or messaging service. */
const SmsConnection = z.strictObject({
  ...common,
  channel: z.literal('sms'),
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
  /** E.164, or the sid of a messaging service. */
  from: z.union([PhoneNumber, z.string().regex(/^MG[0-9a-f]{32}$/)]),
});

const ofPhone = {
  ...common,
  channel: z.literal('phone'),
  /** Of what callers hear and of the calls' subjects; English if absent. */
  language: Language.optional(),
  /** SMS connection by which callers are answered in writing. */
  replyBy: Slug.optional(),
};

/** `twilio`: Voice webhooks. `amazon-connect`: contact events of EventBridge. `call-log`: any telephone system that posts signed JSON. */
const PhoneConnection = z.discriminatedUnion('provider', [
  z.strictObject({
    ...ofPhone,
    provider: z.literal('twilio'),
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
    number: PhoneNumber,
    /** Said to callers instead of our own words. */
    greeting: z.string().min(1).max(500).optional(),
  }),
  z.strictObject({
    ...ofPhone,
    provider: z.literal('amazon-connect'),
    instanceArn: z.string().regex(/^arn:aws:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}$/),
  }),
  z.strictObject({
    ...ofPhone,
    provider: z.literal('call-log'),
  }),
]);

/** The widget on pages of ours. */
const ChatConnection = z.strictObject({
  ...common,
  channel: z.literal('chat'),
  /** Hosts whose pages may show it: `www.kopilka.example`, `localhost:8080`. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/))
    .min(1)
    .max(10),
  /** Mailbox that goes on when the visitor has left. */
  replyFrom: Slug,
  /** An answer that did not arrive in the widget within so many seconds goes by mail, if an address is known. */
  mailAfterSeconds: z.number().int().min(5).max(900).optional(),
});

/** Paper mail of one office. */
const LetterConnection = z.strictObject({
  ...common,
  channel: z.literal('letter'),
  /** Sender's address on our letters, line by line. */
  sender: z.array(z.string().min(1).max(80)).min(1).max(6),
});

export const Connection = z.discriminatedUnion('channel', [
  MailConnection,
  FormConnection,
  TelegramConnection,
  WhatsAppConnection,
  MessengerConnection,
  InstagramConnection,
  ViberConnection,
  VkConnection,
  OkConnection,
  SmsConnection,
  PhoneConnection,
  WebhookConnection,
  ChatConnection,
  LetterConnection,
]);
export type Connection = z.infer<typeof Connection>;
export type ConnectionOf<C extends Connection['channel']> = Extract<Connection, { channel: C }>;
