import { randomUUID } from 'node:crypto';
import type { MailEvent } from '../contract.ts';
import { addressesIn, type RawMail, valuesOf } from './raw-mail.ts';

export interface Accepted {
  messageId: string;
  acceptedAt: Date;
  source: string;
  sourceArn: string;
  account: string;
  recipients: readonly string[];
  mail: RawMail;
  configurationSet?: string;
  tags: Record<string, string[]>;
}

/** What becomes of one recipient. */
export type Fate = 'delivered' | 'bounced' | 'suppressed' | 'complained';

/** SES's mailbox simulator, with or without a +label. */
export function fateOf(address: string, isSuppressed: boolean): Fate {
  if (isSuppressed) return 'suppressed';
  const local = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1];
  if (local === 'bounce') return 'bounced';
  if (local === 'suppressionlist') return 'suppressed';
  return local === 'complaint' ? 'complained' : 'delivered';
}

/** The events SES publishes for a mail: Send, then what the receivers' servers said. */
export function eventsOf(accepted: Accepted, fates: ReadonlyMap<string, Fate>): MailEvent[] {
  const timestamp = new Date().toISOString();
  const mail = mailObject(accepted);
  const make = (eventType: MailEvent['eventType'], details: object): MailEvent => ({
    eventType,
    configurationSet: accepted.configurationSet,
    record: { eventType, mail, [eventType.toLowerCase()]: details },
  });
  const withFate = (...wanted: Fate[]): string[] =>
    accepted.recipients.filter((address) => wanted.includes(fates.get(address) ?? 'delivered'));

  const events = [make('Send', {})];
  const delivered = withFate('delivered', 'complained');
  if (delivered.length > 0) {
    events.push(
      make('Delivery', {
        timestamp,
        processingTimeMillis: Date.now() - accepted.acceptedAt.getTime(),
        recipients: delivered,
        smtpResponse: '250 2.0.0 OK local delivery',
        reportingMTA: 'local.smtp-out.amazonses.com',
      }),
    );
  }
  for (const address of withFate('bounced'))
    events.push(make('Bounce', bounceOf(address, timestamp)));
  for (const address of withFate('suppressed')) {
    events.push(make('Bounce', suppressedBounceOf(address, timestamp)));
  }
  const complained = withFate('complained');
  if (complained.length > 0) {
    events.push(
      make('Complaint', {
        complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
        timestamp,
        feedbackId: randomUUID(),
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
      }),
    );
  }
  return events;
}

function bounceOf(emailAddress: string, timestamp: string) {
  const diagnosticCode = 'smtp; 550 5.1.1 user unknown';
  return {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }],
    timestamp,
    feedbackId: randomUUID(),
    reportingMTA: 'dns; local.smtp-out.amazonses.com',
  };
}

function suppressedBounceOf(emailAddress: string, timestamp: string) {
  const diagnosticCode =
    'Amazon SES did not send the message to this address because it is on the suppression list for your account.';
  return {
    bounceType: 'Permanent',
    bounceSubType: 'OnAccountSuppressionList',
    bouncedRecipients: [{ emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }],
    timestamp,
    feedbackId: randomUUID(),
    reportingMTA: 'dns; amazonses.com',
  };
}

function mailObject(accepted: Accepted) {
  const { mail, messageId, acceptedAt, configurationSet } = accepted;
  const list = (name: string): string[] => valuesOf(mail, name).flatMap(addressesIn);
  const [subject = ''] = valuesOf(mail, 'subject');
  return {
    timestamp: acceptedAt.toISOString(),
    source: accepted.source,
    sourceArn: accepted.sourceArn,
    sendingAccountId: accepted.account,
    messageId,
    destination: accepted.recipients,
    headersTruncated: false,
    headers: mail.fields.map(({ name, value }) => ({ name, value })),
    commonHeaders: { from: list('from'), to: list('to'), cc: list('cc'), messageId, subject },
    tags: {
      ...accepted.tags,
      ...(configurationSet && { 'ses:configuration-set': [configurationSet] }),
    },
  };
}
