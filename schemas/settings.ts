import * as z from 'zod';
import { TimeZone } from './calendar.ts';
import { Connection } from './connection.ts';
import { EmailAddress, Language, Provider, Slug } from './primitives.ts';

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
 * A virus scanner that looks through files before they are stored. `clamd`: ClamAV's daemon, its TCP socket in a network
 * that the intake function reaches; the protocol has neither sign-in nor encryption.
 */
export const FileScanner = z.strictObject({
  kind: z.literal('clamd'),
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535).default(3310),
});

type Named = {
  readonly topics: readonly string[];
  readonly domain: string;
  readonly connections: readonly Connection[];
};

/** What a connection names and is not there. */
function connectionFaults({ topics, domain, connections }: Named) {
  const idsOf = (channel: Connection['channel']) =>
    new Set(connections.filter((one) => one.channel === channel).map(({ id }) => id));
  const mailboxes = idsOf('mail');
  const numbers = idsOf('sms');
  const seen = new Set<string>();
  return connections.flatMap((connection, index) => {
    const faults: string[] = [];
    if (seen.has(connection.id)) faults.push(`connection id "${connection.id}" is used twice`);
    seen.add(connection.id);
    if ('topic' in connection && !topics.includes(connection.topic))
      faults.push(`topic "${connection.topic}" is not in topics`);
    if ('replyFrom' in connection && !mailboxes.has(connection.replyFrom))
      faults.push(`no mailbox has the id "${connection.replyFrom}"`);
    if ('replyBy' in connection && connection.replyBy && !numbers.has(connection.replyBy))
      faults.push(`no sms connection has the id "${connection.replyBy}"`);
    if (connection.channel === 'mail')
      for (const address of [connection.address, ...(connection.aliases ?? [])])
        if (!address.endsWith(`@${domain}`)) faults.push(`${address} is not at ${domain}`);
    return faults.map((message) => ({ index, message }));
  });
}

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
    /** Makes the secret that holds Slack's address, also without an alert webhook. */
    alertsToSlack: z.boolean().optional(),
    /**
     * Where providers' servers are, for those that moved or have a newer version; the others are at
     * `lib/provider-bases.ts`.
     */
    providers: z.partialRecord(Provider, z.url({ protocol: /^https?$/ })).default({}),
    /** A closed ticket is reopened by the customer's message for so many days; later a follow-up opens. */
    reopenDays: z.number().int().min(0).max(365).default(14),
    /** Off unless set: files are typed by their bytes and shown under our own links, but not searched for viruses. */
    scanner: FileScanner.optional(),
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
    for (const { index, message } of connectionFaults(settings))
      context.addIssue({ code: 'custom', path: ['connections', index], message });
  });
export type DeskSettings = z.infer<typeof DeskSettings>;
/** What a person writes in `desk.config.ts`; defaults may be left out. */
export type DeskSettingsInput = z.input<typeof DeskSettings>;
