import type { MailEnvelope, OurMail, ThreadingSignals, TicketReference } from './mail-context.ts';
import { parseAddresses } from './parse/addresses.ts';
import { headersOf, type ParsedMail } from './parsed-mail.ts';
import { agentTokenOf } from './threading/agent-address.ts';
import { ticketOfMarkers } from './threading/body-marker.ts';
import { normalizeMessageId } from './threading/normalize-message-id.ts';
import { ticketOfReplyAddress } from './threading/reply-address.ts';
import { ticketOfSubject } from './threading/subject.ts';

/** Fields in which the address that a mail was sent to survives forwarding. */
const recipientFields = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'x-delivered-to',
  'resent-to',
];

/** What ties a mail to a ticket (channels.md 1.3). Trust none of it alone to show history. */
export function threadingSignals(
  mail: ParsedMail,
  envelope: MailEnvelope,
  ours: Pick<OurMail, 'secrets'>,
): ThreadingSignals {
  const tag = ticketOfSubject(mail.subject, ours.secrets);
  const marker = ticketOfMarkers(mail.markers, ours.secrets);
  return {
    replyTokens: replyTokens(mail, envelope, ours.secrets),
    agentTokens: writtenTo(mail, envelope).flatMap((address) => agentTokenOf(address) ?? []),
    messageIds: answeredIds(mail),
    ...(tag !== undefined && { subjectTag: { ticketNumber: tag } }),
    ...(marker !== undefined && { bodyMarker: { ticketNumber: marker } }),
  };
}

function replyTokens(
  mail: ParsedMail,
  envelope: MailEnvelope,
  secrets: readonly string[],
): TicketReference[] {
  const written = [...writtenTo(mail, envelope), ...returnedReplyTo(mail)];
  const numbers = written.map((address) => ticketOfReplyAddress(address, secrets));
  const valid = numbers.filter((number) => number !== undefined);
  return [...new Set(valid)].map((ticketNumber) => ({ ticketNumber }));
}

/** Every address that the mail was sent to, as far as anybody wrote it down. */
const writtenTo = (mail: ParsedMail, envelope: MailEnvelope): readonly string[] =>
  [
    ...envelope.recipients,
    ...[...mail.to, ...mail.cc].map(({ address }) => address),
    ...recipientFields.flatMap((name) => addressesIn(headersOf(mail, name))),
  ].slice(0, 500);

/** A report returns our own mail, whose Reply-To names the ticket. */
function returnedReplyTo(mail: ParsedMail): string[] {
  if (mail.reportType === undefined) return [];
  return mail.reportParts
    .filter(({ type }) => type.includes('rfc822'))
    .flatMap(({ groups }) => addressesIn(headersOf({ headers: groups[0] ?? [] }, 'reply-to')));
}

function addressesIn(values: readonly string[]): string[] {
  return values.flatMap((value) => parseAddresses(value).map(({ address }) => address));
}

function answeredIds(mail: ParsedMail): string[] {
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()].map(normalizeMessageId);
  return [...new Set(ids)].filter((id) => id !== '');
}
