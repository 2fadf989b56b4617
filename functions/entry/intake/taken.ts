/** Where a message ended. `repeat`: it was there already. `updated`: a call's news. `joined`: one more part of an album. */
export type Taken = {
  readonly ticketId: string;
  readonly topic: string;
  readonly messageId: string;
  readonly occurredAt: string;
  readonly how: 'opened' | 'followed-up' | 'appended' | 'updated' | 'joined' | 'repeat';
  /** Its sender had blocked us before it was written. */
  readonly wasBlocked?: boolean;
};
