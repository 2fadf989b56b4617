import type { Delivery } from '../../../schemas/timeline.ts';
import { conflict } from '../problem.ts';
import { type DeliveryAction, deliveryStates } from './states.ts';

/** What a step learned beside the new state. */
type Learned = Pick<Delivery, 'providerId' | 'error' | 'permanent' | 'remark'>;

/** The delivery after an action, or undefined when the action changes nothing in this state. */
export const moveDelivery = (
  delivery: Delivery,
  action: DeliveryAction,
  { now, ...learned }: { now: string } & Learned,
): Delivery | undefined => {
  const state = deliveryStates[delivery.state][action];
  if (!state) return undefined;
  return {
    ...delivery,
    ...learned,
    state,
    at: now,
    attempts: delivery.attempts + (action === 'claim' ? 1 : 0),
  };
};

/** A fresh start by an agent; refused while the first attempt may still arrive. */
export const resendDelivery = (delivery: Delivery, now: string): Delivery => {
  const state = deliveryStates[delivery.state].resend;
  if (!state)
    throw conflict(
      'delivery.not-resendable',
      `A message that is "${delivery.state}" is not sent again. Only failed, bounced and unknown ones are.`,
    );
  return {
    state,
    attempts: delivery.attempts,
    resends: (delivery.resends ?? 0) + 1,
    at: now,
  };
};

/** By what name clocks know one sending of a message: a failure of the first says nothing of the second. */
export const sendingId = (messageId: string, delivery: Pick<Delivery, 'resends'>): string =>
  delivery.resends === undefined ? messageId : `${messageId}#${delivery.resends}`;
