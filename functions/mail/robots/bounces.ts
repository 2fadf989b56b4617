import type { BounceRecipient, MailEnvelope, OurMail } from '../mail-context.ts';
import { headerOf, headersOf, type ParsedMail } from '../parsed-mail.ts';
import { hasNullReturnPath, isNoReplyAddress, isRobotAddress } from './address-kinds.ts';
import { readProse } from './bounce-prose.ts';
import { bounceSubject, bounceText, isRobotName } from './bounce-texts.ts';
import { readDeliveryStatus } from './delivery-status.ts';
import { returnedMessageIds } from './returned-ids.ts';

export interface Bounce {
  readonly reason: string;
  readonly recipients: BounceRecipient[];
  readonly originalMessageIds: string[];
}

/** A delivery report in form (RFC 3464) or in prose; undefined for everything else. */
export function readBounce(
  mail: ParsedMail,
  envelope: MailEnvelope,
  ours: OurMail,
): Bounce | undefined {
  const reason = bounceReason(mail, envelope);
  if (!reason) return undefined;
  const formal = mail.reportParts.filter(({ type }) => type.endsWith('delivery-status'));
  const told = formal.flatMap((part) => readDeliveryStatus(part, mail.text));
  const recipients = told.length > 0 ? told : readProse(mail, ours);
  return { reason, recipients, originalMessageIds: returnedMessageIds(mail) };
}

function bounceReason(mail: ParsedMail, envelope: MailEnvelope): string | undefined {
  const isReport = mail.reportType === 'delivery-status';
  const hasStatus = mail.reportParts.some(({ type }) => type.endsWith('delivery-status'));
  if (isReport || hasStatus) return 'report:delivery-status';
  if (headerOf(mail, 'x-failed-recipients') !== undefined) return 'header:x-failed-recipients';
  if (answersAutomatically(mail)) return undefined;

  const fromRobot =
    isRobotAddress(mail.from?.address ?? '') ||
    isRobotAddress(mail.sender?.address ?? '') ||
    isRobotName(mail.from?.name ?? '');
  const nullSender = envelope.from === '' || hasNullReturnPath(mail);
  const saysSo = bounceSubject.test(mail.subject.slice(0, 200));
  const textSays = bounceText.test(mail.text.slice(0, 6_000));
  if (fromRobot && (nullSender || saysSo || textSays)) return 'from:mail-system';
  if (nullSender && (saysSo || textSays)) return 'null-sender';
  if (isRobotAddress(envelope.from) && (saysSo || textSays)) return 'from:mail-system';
  const returned = mail.reportParts.some(({ type }) => type.includes('rfc822'));
  const nobody = isNoReplyAddress(mail.from?.address ?? '');
  if (textSays && returned && nobody) return 'text:bounce';
  return undefined;
}

/** Out-of-office answers also come from the null sender. */
function answersAutomatically(mail: ParsedMail): boolean {
  return headersOf(mail, 'auto-submitted').some((value) => /vacation|auto-notified/i.test(value));
}
