import { signal } from '@preact/signals';

/** The question about one's own presence is open. */
export const asksPresence = signal(false);
