import * as z from 'zod';
import { TimeZone } from './calendar.ts';
import { EmailAddress, Language, Slug } from './primitives.ts';

/** One mailbox of ours. SES receives for `domain`; plus-addresses of `address` belong to it too. */
const MailConnection = z.strictObject({
  id: Slug,
  channel: z.literal('mail'),
  address: EmailAddress,
  /** Name customers see in From. */
  name: z.string().max(60),
  /** Topic of mail that no rule claims. */
  topic: Slug,
});

const FormConnection = z.strictObject({
  id: Slug,
  channel: z.literal('form'),
  /** Mailbox that answers requests made by the form. */
  replyFrom: Slug,
});

/** Credentials live in Secrets Manager: `{ "botToken": "…", "webhookSecrets": ["…"] }`. */
const TelegramConnection = z.strictObject({
  id: Slug,
  channel: z.literal('telegram'),
  name: z.string().max(60),
  topic: Slug,
});

/** Standard Webhooks in and out. Secret: `{ "secrets": ["whsec_…"] }`; replies go to `replyUrl` if given. */
const WebhookConnection = z.strictObject({
  id: Slug,
  channel: z.literal('webhook'),
  name: z.string().max(60),
  topic: Slug,
  replyUrl: z.url({ protocol: /^https?$/ }).optional(),
});

export const Connection = z.discriminatedUnion('channel', [
  MailConnection,
  FormConnection,
  TelegramConnection,
  WebhookConnection,
]);
export type Connection = z.infer<typeof Connection>;
export type MailConnection = z.infer<typeof MailConnection>;

/** Where staff sign in: our own Cognito pool, or any OpenID Connect issuer with a public client (code + PKCE). */
const SignIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cognito') }),
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: z.url({ protocol: /^https$/ }),
    clientId: z.string().min(1),
  }),
]);

/**
 * What needs infrastructure and is therefore read at deploy (`desk.config.ts`); everything else is
 * edited on the screen. Ids are permanent: renaming a topic's id makes a new queue.
 */
export const DeskSettings = z
  .strictObject({
    /** Short name of the desk in mails and on the screen. */
    name: z.string().min(1).max(60),
    stage: Slug.default('prod'),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    /** Domain whose mail SES receives and from which replies leave. */
    domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    language: Language,
    /** IANA zone of the lines' hours until somebody edits the calendars. */
    timeZone: TimeZone.default('UTC'),
    topics: z.array(Slug).min(1).max(40),
    connections: z.array(Connection).min(1).max(40),
    signIn: SignIn,
    /** Becomes super admin at the first sign-in of an empty desk. */
    firstAdmin: EmailAddress,
    /** Receives operational alarms (dead letters, queue age, errors). */
    alarmAddress: EmailAddress,
    /** Gets a signed POST for every warning and breach (Standard Webhooks). */
    alertWebhookUrl: z.url({ protocol: /^https?$/ }).optional(),
    /** A closed ticket is reopened by the customer's message for so many days; later a follow-up opens. */
    reopenDays: z.number().int().min(0).max(365).default(14),
    /** Own address of the screens; without it they are at CloudFront's. The certificate must be in us-east-1. */
    web: z
      .strictObject({
        host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
        certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/),
      })
      .optional(),
    /** Lambda's quota of concurrent executions here; new accounts begin with 10. Below 400 none are reserved. */
    lambdaConcurrency: z.number().int().min(10).default(1000),
  })
  .superRefine((settings, context) => {
    const topics = new Set(settings.topics);
    const mailboxes = new Set(
      settings.connections.filter((c) => c.channel === 'mail').map((c) => c.id),
    );
    const seen = new Set<string>();
    settings.connections.forEach((connection, index) => {
      const path = ['connections', index];
      if (seen.has(connection.id))
        context.addIssue({
          code: 'custom',
          path,
          message: `connection id "${connection.id}" is used twice`,
        });
      seen.add(connection.id);
      if ('topic' in connection && !topics.has(connection.topic))
        context.addIssue({
          code: 'custom',
          path,
          message: `topic "${connection.topic}" is not in topics`,
        });
      if (connection.channel === 'form' && !mailboxes.has(connection.replyFrom))
        context.addIssue({
          code: 'custom',
          path,
          message: `no mailbox has the id "${connection.replyFrom}"`,
        });
      if (connection.channel === 'mail' && !connection.address.endsWith(`@${settings.domain}`))
        context.addIssue({
          code: 'custom',
          path,
          message: `${connection.address} is not at ${settings.domain}`,
        });
    });
  });
export type DeskSettings = z.infer<typeof DeskSettings>;
/** What a person writes in `desk.config.ts`; defaults may be left out. */
export type DeskSettingsInput = z.input<typeof DeskSettings>;
