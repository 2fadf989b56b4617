import { messagesOf } from '../../channels/mail/parse.ts';
import { type MailUnderstanding, understandMail } from '../../channels/mail/understand-mail.ts';
import type { Classification, MailVerdict } from '../../mail/mail-context.ts';
import type { ParsedMail } from '../../mail/parsed-mail.ts';
import type { ExplainingDesk } from './explaining-desk.ts';
import { type Outcome, whatWouldHappen } from './what-would-happen.ts';

/** A receipt says that a program opened our mail: to the desk it is one more automatic answer. */
const verdictOf = (verdict: MailVerdict) => (verdict === 'read-receipt' ? 'auto-reply' : verdict);

/**
 * Everything the desk would understand of a mail in a file, for one JSON line. Pure but for `now` (ISO 8601), which
 * stands in where the mail says no time.
 * @throws MailUnreadable
 */
export const explainMail = (raw: Uint8Array, desk: ExplainingDesk, now: string) => {
  const understanding = understandMail(raw, desk.our);
  const { mail, classification, signals, envelope } = understanding;
  const input = { raw, our: desk.our, connections: desk.connections, receivedAt: now };
  const { incoming, ignored } = messagesOf(understanding, input);
  const [first] = incoming;
  const outcome = first && whatWouldHappen(first.inbound, desk);
  return {
    kind: 'mail' as const,
    receivedAt: understanding.occurredAt ?? now,
    from: mail.from ?? null,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    envelope: { from: envelope.from, recipients: envelope.recipients },
    mailboxes: incoming.map(({ inbound }) => inbound.connectionId),
    messageId: mail.messageId ?? null,
    date: mail.date ?? null,
    subject: mail.subject,
    text: mail.text,
    visibleText: mail.visibleText,
    quotedFrom: mail.quotedFrom ?? null,
    html: mail.html ?? null,
    attachments: mail.attachments.map(attachmentOf),
    calendar: mail.calendar ?? null,
    ...verdictsOf(classification),
    ignored,
    held: first?.inbound.held ?? null,
    acknowledgement: acknowledgementOf(understanding, outcome),
    threading: {
      replyTokens: signals.replyTokens.map(({ ticketNumber }) => ticketNumber),
      messageIds: signals.messageIds,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      subjectTag: signals.subjectTag?.ticketNumber ?? null,
      bodyMarker: signals.bodyMarker?.ticketNumber ?? null,
    },
    topic: outcome?.topic ?? null,
    line: outcome?.line ?? null,
    promise: outcome?.promise ?? null,
    language: first?.inbound.language ?? null,
    flags: first?.inbound.flags ?? [],
    mailFlags: mail.flags,
    problems: mail.problems,
  };
};

const attachmentOf = (attachment: ParsedMail['attachments'][number]) => {
  const { name, type, size, sha256, kind, inline, contentId } = attachment;
  return { name, type, size, sha256, kind, inline, contentId: contentId ?? null };
};

const verdictsOf = (classification: Classification) => ({
  verdict: verdictOf(classification.verdict),
  reasons: classification.reasons,
  senderVerified: classification.senderVerified,
  bounce:
    classification.verdict === 'bounce'
      ? {
          hardness: classification.recipients.some(({ hard }) => hard) ? 'hard' : 'soft',
          recipients: classification.recipients.map(({ hard, ...recipient }) => ({
            ...recipient,
            hardness: hard ? 'hard' : 'soft',
          })),
          messageIds: classification.originalMessageIds,
        }
      : null,
  complaint:
    classification.verdict === 'complaint'
      ? {
          type: classification.feedbackType ?? null,
          messageIds: classification.originalMessageIds,
        }
      : null,
});

/** `because` is empty when one would be sent: to the first message of a ticket, by the rules against loops. */
const acknowledgementOf = (
  { classification, signals }: Pick<MailUnderstanding, 'classification' | 'signals'>,
  outcome: Outcome | undefined,
) => {
  const belongsToTicket = signals.replyTokens.length > 0;
  const wouldSend = outcome?.isAcknowledged === true && !belongsToTicket;
  if (wouldSend) return { wouldSend, because: [] };
  const { silentBecause } = classification;
  if (silentBecause.length > 0) return { wouldSend, because: silentBecause };
  return { wouldSend, because: [belongsToTicket ? 'belongs-to-ticket' : 'no-address'] };
};
