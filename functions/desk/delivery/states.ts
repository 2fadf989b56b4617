import type { DeliveryState } from '../../../schemas/timeline.ts';

/** What moves a message of ours: our own steps, an agent's resend, the provider's events. */
export type DeliveryAction =
  | 'claim'
  | 'sent'
  | 'retry'
  | 'fail'
  | 'lose'
  | 'resend'
  | 'delivered'
  | 'delayed'
  | 'bounced'
  | 'complained';

/**
 * The outbox's state machine. Provider events come in any order, so a later stage never goes back to an
 * earlier one: `delivered` after `bounced` (the report overtook the receipt) changes nothing.
 */
export const deliveryStates: Readonly<
  Record<DeliveryState, Readonly<Partial<Record<DeliveryAction, DeliveryState>>>>
> = {
  queued: { claim: 'sending', fail: 'failed' },
  sending: { sent: 'sent', retry: 'queued', fail: 'failed', lose: 'unknown' },
  sent: {
    delivered: 'delivered',
    delayed: 'delayed',
    bounced: 'bounced',
    complained: 'complained',
  },
  delayed: { delivered: 'delivered', bounced: 'bounced', complained: 'complained' },
  delivered: { bounced: 'bounced', complained: 'complained' },
  bounced: { resend: 'queued', complained: 'complained' },
  complained: {},
  failed: { resend: 'queued' },
  unknown: {
    resend: 'queued',
    sent: 'sent',
    delivered: 'delivered',
    bounced: 'bounced',
    complained: 'complained',
  },
};
