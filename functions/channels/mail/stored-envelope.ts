import type { DeliveryVerdicts, MailEnvelope, VerdictStatus } from '../../mail/mail-context.ts';
import { headerOf, headersOf, type MailHeader, type ParsedMail } from '../../mail/parsed-mail.ts';
import { isResultsOfSes } from '../../mail/robots/verdicts.ts';
import { verdictOf } from './received-envelope.ts';

type Stored = Pick<ParsedMail, 'headers' | 'to' | 'cc'>;

/**
 * The envelope of a mail without its notification, when it is fed again: SES puts its own headers on top of what
 * it stores, so only the block above the sender's first header is believed, and of each name the topmost copy.
 * @param isOurs says whether an address is a mailbox of ours; To and Cc stand in where SES named no recipient.
 */
export function storedEnvelope(mail: Stored, isOurs: (address: string) => boolean): MailEnvelope {
  const top = { headers: topBlock(mail.headers) };
  const named = /\bfor <?([^\s<>;]+@[^\s<>;]+)>?/i.exec(headerOf(top, 'received') ?? '')?.[1];
  const written = [...mail.to, ...mail.cc].map(({ address }) => address).filter(isOurs);
  const verdicts = verdictsOf(top);
  const returnPath = headerOf(mail, 'return-path');
  return {
    from: (returnPath ?? fromOf(mail.headers)).replace(/^\s*<?([^<>]*)>?\s*$/, '$1').trim(),
    recipients: named === undefined ? written : [named],
    ...(verdicts && { verdicts }),
  };
}

/** When SES took it: the topmost Received ends with its time. */
export function storedAt(mail: Stored & Pick<ParsedMail, 'date'>): string | undefined {
  const time = Date.parse(headerOf(mail, 'received')?.split(';').at(-1) ?? '');
  return Number.isNaN(time) ? mail.date : new Date(time).toISOString();
}

const addedBySes =
  /^(?:return-path|received|x-ses-.*|received-spf|authentication-results|x-amzn?-.*)$/i;

function topBlock(headers: readonly MailHeader[]): readonly MailHeader[] {
  const end = headers.findIndex(({ name }) => !addedBySes.test(name));
  return end === -1 ? headers : headers.slice(0, end);
}

const fromOf = (headers: readonly MailHeader[]): string =>
  /<([^<>]+)>|(\S+@\S+)/
    .exec(headerOf({ headers }, 'from') ?? '')
    ?.slice(1)
    .find(Boolean) ?? '';

function verdictsOf(top: { headers: readonly MailHeader[] }): DeliveryVerdicts | undefined {
  // The first word names who checked (RFC 8601 2.2); what another host claims to have checked counts for nothing.
  const results = headersOf(top, 'authentication-results').find(isResultsOfSes);
  const spam = headerOf(top, 'x-ses-spam-verdict');
  if (results === undefined && spam === undefined) return undefined;
  const method = (name: string): VerdictStatus | undefined => {
    const result = new RegExp(`\\b${name}=(\\w+)`, 'i').exec(results ?? '')?.[1]?.toLowerCase();
    if (result === undefined) return undefined;
    if (result === 'pass') return 'PASS';
    return result === 'fail' || result === 'softfail' ? 'FAIL' : 'GRAY';
  };
  return {
    spam: verdictOf(spam),
    virus: verdictOf(headerOf(top, 'x-ses-virus-verdict')),
    spf: method('spf'),
    dkim: method('dkim'),
    dmarc: method('dmarc'),
  };
}
