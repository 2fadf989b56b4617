import type { Inbound } from '../../desk/inbound.ts';
import type { Classification, MailVerdict } from '../../mail/mail-context.ts';

const kinds: Readonly<Record<MailVerdict, Inbound['kind']>> = {
  customer: 'customer',
  'own-loop': 'auto-reply',
  'auto-reply': 'auto-reply',
  bounce: 'bounce',
  complaint: 'complaint',
  'read-receipt': 'receipt',
  // A list's mail may be a person's; it opens a ticket but is never answered by a robot.
  list: 'customer',
  spam: 'customer',
};

/** What a mail is on a timeline. */
export const inboundKind = (verdict: MailVerdict): Inbound['kind'] => kinds[verdict];

/** What a bounce says about a message of ours; a delay is no failure and says nothing (RFC 3464 2.3.3). */
export function bounceOf(classification: Classification): Inbound['bounce'] {
  if (classification.verdict !== 'bounce') return undefined;
  const failed = classification.recipients.filter(({ action }) => action === 'failed');
  const [first] = failed;
  if (!first) return undefined;
  return {
    error: `${first.status} ${first.diagnostic}`.trim().slice(0, 500),
    isPermanent: failed.some(({ hard, status }) => hard || status.startsWith('5')),
  };
}
