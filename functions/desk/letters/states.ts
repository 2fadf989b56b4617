import type { LetterState } from '../../../schemas/letter.ts';
import type { DeliveryAction } from '../delivery/states.ts';

/** What somebody did with a letter of ours, or the post. */
export type LetterAction = 'print' | 'post' | 'deliver' | 'return';

/** Paper's own state machine. A clerk may skip a step that nobody noted, never go back. */
export const letterStates: Readonly<
  Record<LetterState, Readonly<Partial<Record<LetterAction, LetterState>>>>
> = {
  drafted: { print: 'printed', post: 'posted' },
  printed: { post: 'posted' },
  posted: { deliver: 'delivered', return: 'returned' },
  // A tracking page said "delivered", and then it came back.
  delivered: { return: 'returned' },
  returned: {},
};

/**
 * What each step means for the message's delivery (`functions/desk/delivery/states.ts`), in order; those that change
 * nothing any more are passed over. On paper it is on its way to the post (`sending`), handed over (`sent`), there, or
 * back, which is a hard bounce.
 */
export const deliveryActions: Readonly<Record<LetterAction, readonly DeliveryAction[]>> = {
  print: ['claim'],
  post: ['claim', 'sent'],
  deliver: ['delivered'],
  return: ['bounced'],
};
