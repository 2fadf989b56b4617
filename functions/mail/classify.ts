import { customerAddress } from './customer-address.ts';
import type { Classification, MailEnvelope, MailVerdict, OurMail } from './mail-context.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { autoReplyReason } from './robots/auto-replies.ts';
import { readBounce } from './robots/bounces.ts';
import { readComplaint } from './robots/complaints.ts';
import { listReason } from './robots/lists.ts';
import { ownLoopReason } from './robots/own-loops.ts';
import { readReceipt } from './robots/read-receipts.ts';
import { silenceReasons } from './robots/silence.ts';
import { isFromProven, spamReason } from './robots/verdicts.ts';

type Finding = Partial<
  Pick<Classification, 'recipients' | 'originalMessageIds' | 'feedbackType'>
> & { verdict: MailVerdict; reason: string };

/**
 * Who wrote this, before anything is created (channels.md 1.4). Reports of mail systems come
 * before the spam verdict: they carry the spam they report.
 */
export function classify(mail: ParsedMail, envelope: MailEnvelope, ours: OurMail): Classification {
  const finding = find(mail, envelope, ours);
  const silentBecause = [
    ...(finding.verdict === 'customer' ? [] : [`verdict:${finding.verdict}`]),
    ...silenceReasons(mail, envelope, ours),
    ...(customerAddress(mail, envelope, ours) ? [] : ['no-address']),
  ];
  return {
    verdict: finding.verdict,
    reasons: [finding.reason],
    mayAcknowledge: silentBecause.length === 0,
    silentBecause,
    senderVerified: isFromProven(mail, envelope),
    quarantined: envelope.verdicts?.virus === 'FAIL',
    recipients: finding.recipients ?? [],
    originalMessageIds: finding.originalMessageIds ?? [],
    ...(finding.feedbackType !== undefined && { feedbackType: finding.feedbackType }),
  };
}

function find(mail: ParsedMail, envelope: MailEnvelope, ours: OurMail): Finding {
  const loop = ownLoopReason(mail, ours);
  if (loop) return { verdict: 'own-loop', reason: loop };
  const complaint = readComplaint(mail);
  if (complaint) return { verdict: 'complaint', ...complaint };
  const receipt = readReceipt(mail);
  if (receipt) return { verdict: 'read-receipt', ...receipt };
  const bounce = readBounce(mail, envelope, ours);
  if (bounce) return { verdict: 'bounce', ...bounce };
  const spam = spamReason(mail, envelope);
  if (spam) return { verdict: 'spam', reason: spam };
  const list = listReason(mail);
  const auto = autoReplyReason(mail, envelope);
  if (auto && !(list && auto.startsWith('header:precedence'))) {
    return { verdict: 'auto-reply', reason: auto };
  }
  if (list) return { verdict: 'list', reason: list };
  return { verdict: 'customer', reason: 'nothing-automatic' };
}
