import type { MailEnvelope, OurMail } from '../mail-context.ts';
import { headerOf, headersOf, type ParsedMail } from '../parsed-mail.ts';
import {
  hasNullReturnPath,
  isNoReplyAddress,
  isOurAddress,
  isRobotAddress,
} from './address-kinds.ts';
import { autoReplyReason } from './auto-replies.ts';
import { hasOurMessageId } from './own-loops.ts';
import { isSenderVerified } from './verdicts.ts';

/** Why this mail must not be acknowledged, whatever its verdict (channels.md 1.4); [] if it may. */
export function silenceReasons(mail: ParsedMail, envelope: MailEnvelope, ours: OurMail): string[] {
  const senders = [mail.from?.address, mail.sender?.address, envelope.from].filter(
    (address) => address !== undefined && address !== '',
  ) as string[];
  const auto = autoReplyReason(mail, envelope);
  const reasons: (string | false | undefined)[] = [
    auto,
    headersOf(mail, 'list-id').length > 0 && 'header:list-id',
    headersOf(mail, 'list-unsubscribe').length > 0 && 'header:list-unsubscribe',
    (envelope.from === '' || hasNullReturnPath(mail)) && 'null-sender',
    senders.some((address) => isOurAddress(address, ours.addresses)) && 'from-us',
    senders.some(isNoReplyAddress) && 'no-reply-address',
    senders.some(isRobotAddress) && 'robot-address',
    mail.replyTo.some(({ address }) => isNoReplyAddress(address)) && 'no-reply-address',
    hasOurMessageId(mail, ours) && 'own-message-id',
    headerOf(mail, 'x-firstline-loop') !== undefined && 'another-desk',
    envelope.verdicts?.spam === 'FAIL' && 'verdict:spam',
    envelope.verdicts?.virus === 'FAIL' && 'verdict:virus',
    envelope.verdicts && !isSenderVerified(envelope.verdicts) && 'sender-not-verified',
  ];
  return [...new Set(reasons.filter((reason) => typeof reason === 'string'))];
}
