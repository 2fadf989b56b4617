import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { DeliveryState } from '../../../schemas/timeline.ts';

/** Words about channels: their names, and how far a message of ours got. */
export type ChannelTexts = {
  names: Record<ChannelKind, string>;
  delivery: Record<DeliveryState | 'resend' | 'resent' | 'reuse', string>;
};
