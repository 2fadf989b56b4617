import type { Held } from '../../../schemas/ticket.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { Classification, MailEnvelope, MailVerdict } from '../../mail/mail-context.ts';

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

/** Mail that may be a program's or a stranger's word; a report of a mail system is never forged to our profit. */
const claims: ReadonlySet<MailVerdict> = new Set(['customer', 'list', 'auto-reply']);

/**
 * Why a ticket that this mail opens is held apart (channels.md 1.1). A failed DMARC counts where the domain's owner
 * asks for it; without such a policy the mail is only flagged, since forwarders break signatures.
 */
export function heldBecause(
  { verdict, quarantined }: Pick<Classification, 'verdict' | 'quarantined'>,
  { verdicts }: Pick<MailEnvelope, 'verdicts'>,
): Held | undefined {
  if (quarantined) return 'virus';
  if (verdict === 'spam') return 'spam';
  const isDenied =
    verdicts?.dmarc === 'FAIL' && ['quarantine', 'reject'].includes(verdicts.dmarcPolicy ?? '');
  return isDenied && claims.has(verdict) ? 'unverified' : undefined;
}
