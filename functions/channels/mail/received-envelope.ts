import type { ReceivedMail } from '../../../schemas/queue.ts';
import type { DeliveryVerdicts, MailEnvelope, VerdictStatus } from '../../mail/mail-context.ts';

const statuses: readonly string[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];
const policies: readonly string[] = ['none', 'quarantine', 'reject'];

/** A verdict of SES; words it did not have when this was written count as no verdict. */
export const verdictOf = (status: string | undefined): VerdictStatus | undefined =>
  status !== undefined && statuses.includes(status) ? (status as VerdictStatus) : undefined;

/** The envelope as SES saw it. Its notification cannot be forged by the sender, unlike the mail's headers. */
export function receivedEnvelope({ mail, receipt }: ReceivedMail): MailEnvelope {
  const { dmarcPolicy } = receipt;
  return {
    // The null sender comes as `<>` or ''.
    from: mail.source.replace(/^<>$/, ''),
    recipients: receipt.recipients,
    verdicts: {
      spam: verdictOf(receipt.spamVerdict?.status),
      virus: verdictOf(receipt.virusVerdict?.status),
      spf: verdictOf(receipt.spfVerdict?.status),
      dkim: verdictOf(receipt.dkimVerdict?.status),
      dmarc: verdictOf(receipt.dmarcVerdict?.status),
      ...(dmarcPolicy !== undefined &&
        policies.includes(dmarcPolicy) && {
          dmarcPolicy: dmarcPolicy as DeliveryVerdicts['dmarcPolicy'],
        }),
    },
  };
}
