import { signal } from '@preact/signals';

/** Words of a message that did not arrive, on their way back into the reply box of their ticket. */
type Reused = { ticketId: string; text: string };

export const reused = signal<Reused | undefined>(undefined);

export const takeAgain = (words: Reused): void => {
  reused.value = words;
};
