/** What a channel lets us do; drives the reply box and `deliver`. Sizes in bytes, text in characters. */
export type Capabilities = {
  /** Longest text of one message; longer ones are sent in parts. Absent: no limit. */
  readonly textMax?: number;
  readonly captionMax?: number;
  readonly fileBytesIn: number;
  readonly fileBytesOut: number;
  /** The customer can change or withdraw what they wrote. */
  readonly edits: boolean;
  readonly deletes: boolean;
  readonly readReceipts: boolean;
  /** What we sent can be changed afterwards (`registry/editors.ts`). */
  readonly canEdit?: boolean;
  /** A message can name the one it answers. */
  readonly replyTo: boolean;
  readonly html: boolean;
  /** Chats have one conversation per person; mails one per thread. */
  readonly isConversation: boolean;
  /** What must hold before we may write. */
  readonly window: 'none' | 'customer-starts';
  /** Hours after the customer's last message in which free text is taken, and in which a person's answer is. */
  readonly windowHours?: number;
  readonly personHours?: number;
  /** Approved templates may be sent when the window is closed. */
  readonly templates?: boolean;
  /** What the provider takes of one connection: messages a second, and how many at once. */
  readonly rate?: { readonly perSecond: number; readonly burst: number };
  /** A repetition of the same message is taken once: an unknown outcome may be tried again. */
  readonly isIdempotent?: boolean;
};
