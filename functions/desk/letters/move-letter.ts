import type { Delivery } from '../../../schemas/timeline.ts';
import { moveDelivery } from '../delivery/outcome.ts';
import { conflict } from '../problem.ts';
import { deliveryActions, type LetterAction, letterStates } from './states.ts';

/** Why a letter that came back did not arrive; stands on the message and in the ticket's record. */
export const returnedError = 'the post returned the letter';

type Moving = {
  readonly action: LetterAction;
  readonly trackingNumber?: string;
  readonly now: string;
};

/** The delivery of a letter after a step on paper. @throws Problem `letter.not-drafted`, `letter.wrong-state` */
export const moveLetter = (
  delivery: Delivery | undefined,
  { action, trackingNumber, now }: Moving,
): Delivery => {
  if (!delivery?.paper)
    throw conflict('letter.not-drafted', 'This letter’s file is not made yet. Try again shortly.');
  const state = letterStates[delivery.paper.state][action];
  if (!state)
    throw conflict(
      'letter.wrong-state',
      `A letter that is "${delivery.paper.state}" cannot be marked so. Look at it again.`,
    );
  const learned = action === 'return' ? { error: returnedError, permanent: true } : {};
  const moved = deliveryActions[action].reduce(
    (before, step) => moveDelivery(before, step, { now, ...learned }) ?? before,
    delivery,
  );
  const tracking = trackingNumber ?? delivery.paper.trackingNumber;
  return { ...moved, paper: { state, at: now, ...(tracking && { trackingNumber: tracking }) } };
};
