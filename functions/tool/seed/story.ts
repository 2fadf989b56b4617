import type { ChannelKind, Language, Priority } from '../../../schemas/primitives.ts';

/** A file in a story. */
export type StoryFile = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Shown inside the HTML under this Content-ID. */
  readonly contentId?: string;
};

export type Person = {
  readonly name: string;
  readonly email: string;
  /** Telegram's user id; also the number of the private chat. */
  readonly chatId: number;
  readonly language: Language;
  readonly isWoman: boolean;
};

type Words = {
  readonly text: string;
  /** What a mail program made of it; `text` is then its plain twin. */
  readonly html?: string;
  readonly files?: readonly StoryFile[];
};

/**
 * What happens next on a ticket, `minutes` after what happened before. A story is told until the present moment;
 * what would come later has not happened yet, and so tickets are found in every state.
 */
export type Turn = { readonly minutes: number } & (
  | ({ readonly does: 'customer' } & Words)
  | ({ readonly does: 'third-party'; readonly person: Person } & Words)
  | ({
      readonly does: 'reply';
      readonly by?: string;
      readonly leaves: 'open' | 'waiting' | 'closed';
    } & Words)
  | ({ readonly does: 'note'; readonly by?: string } & Words)
  | { readonly does: 'auto-reply'; readonly text: string }
  | { readonly does: 'bounce'; readonly error: string; readonly permanent: boolean }
  | { readonly does: 'claim'; readonly by?: string }
  | { readonly does: 'release' }
  | { readonly does: 'status'; readonly status: 'open' | 'waiting' | 'on_hold' | 'closed' }
  | { readonly does: 'snooze'; readonly hours: number }
  | { readonly does: 'priority'; readonly priority: Priority }
);

/** One ticket's life. */
export type Story = {
  /** Epoch milliseconds of the first message. */
  readonly opensAt: number;
  readonly channel: ChannelKind;
  readonly connectionId: string;
  readonly customer: Person;
  readonly topic: string;
  readonly subject: string;
  readonly opening: Words;
  /** Answers of the form's fields. */
  readonly fields?: Readonly<Record<string, string>>;
  /** SES found it to be spam. */
  readonly isSpam?: boolean;
  /** Address of the agent who takes it when nobody else is named. */
  readonly agent: string;
  readonly turns: readonly Turn[];
};
