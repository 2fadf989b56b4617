import type { DeliveryNews } from '../record-delivery.ts';
import type { MailEvent } from './mail-event.ts';

/** What an event says about our message; undefined for those that change nothing (Send, Open, Click …). */
export function newsOf(event: MailEvent): DeliveryNews | undefined {
  switch (event.eventType) {
    case 'Delivery':
      return { action: 'delivered' };
    case 'DeliveryDelay':
      return {
        action: 'delayed',
        error:
          `${event.deliveryDelay?.delayType ?? ''} ${said(event.deliveryDelay?.delayedRecipients)}`.trim(),
      };
    case 'Bounce':
      return bounceNews(event.bounce);
    case 'Complaint':
      return { action: 'complained', error: event.complaint?.complaintFeedbackType ?? undefined };
    case 'Reject':
      return {
        action: 'bounced',
        error: `rejected: ${event.reject?.reason ?? ''}`,
        permanent: true,
      };
    case 'Rendering Failure':
      return { action: 'bounced', error: event.failure?.errorMessage ?? '', permanent: true };
    default:
      return undefined;
  }
}

/** Out-of-office answers can come as Transient, so only a Permanent one speaks of the address. */
function bounceNews(bounce: MailEvent['bounce']): DeliveryNews {
  const kind = [bounce?.bounceType, bounce?.bounceSubType].filter(Boolean).join(' ');
  return {
    action: 'bounced',
    error: `${kind}: ${said(bounce?.bouncedRecipients)}`.replace(/: $/, ''),
    permanent: bounce?.bounceType === 'Permanent',
  };
}

const said = (
  recipients: readonly { status?: string; diagnosticCode?: string }[] | undefined,
): string =>
  (recipients ?? [])
    .map(({ status, diagnosticCode }) => diagnosticCode ?? status ?? '')
    .filter((text) => text !== '')
    .join('; ');
