import type { DeliveryState } from '../../../schemas/timeline.ts';

/** What moves a message of ours: our own steps, an agent's resend, the provider's events. */
export type DeliveryAction =
  | 'claim'
  | 'sent'
  | 'retry'
  | 'fail'
  | 'lose'
  | 'resend'
  | 'block'
  | 'close-window'
  | 'delivered'
  | 'read'
  | 'delayed'
  | 'bounced'
  | 'complained';

/**
 * The outbox's state machine. `fail`, `block` and `close-window` also come as receipts, after the provider took it. Provider events come in any order, so a later stage never goes back to an
 * earlier one: `delivered` after `bounced` (the report overtook the receipt) changes nothing.
 */
export const deliveryStates: Readonly<
  Record<DeliveryState, Readonly<Partial<Record<DeliveryAction, DeliveryState>>>>
> = {
  queued: { claim: 'sending', fail: 'failed', block: 'blocked', 'close-window': 'window-closed' },
  sending: {
    sent: 'sent',
    retry: 'queued',
    fail: 'failed',
    block: 'blocked',
    'close-window': 'window-closed',
    lose: 'unknown',
  },
  sent: {
    delivered: 'delivered',
    read: 'read',
    fail: 'failed',
    block: 'blocked',
    'close-window': 'window-closed',
    delayed: 'delayed',
    bounced: 'bounced',
    complained: 'complained',
  },
  delayed: { delivered: 'delivered', bounced: 'bounced', complained: 'complained' },
  delivered: { read: 'read', bounced: 'bounced', complained: 'complained' },
  read: { complained: 'complained' },
  bounced: { resend: 'queued', complained: 'complained' },
  complained: {},
  failed: { resend: 'queued' },
  'window-closed': { resend: 'queued' },
  blocked: { resend: 'queued' },
  unknown: {
    resend: 'queued',
    sent: 'sent',
    delivered: 'delivered',
    read: 'read',
    bounced: 'bounced',
    complained: 'complained',
  },
};
