/** What the queue should do with a job: forget it, or show it again later. */
export type Next =
  | { readonly done: true }
  | { readonly done: false; readonly afterSeconds: number };

export const finished: Next = { done: true };
export const again = (afterSeconds: number): Next => ({ done: false, afterSeconds });
