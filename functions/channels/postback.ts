import type { Provider } from '../../schemas/primitives.ts';
import type { PostbackAnswer } from './channel.ts';

export type AnsweringPostback = {
  readonly answer: PostbackAnswer;
  /** The connection's secret as stored. */
  readonly secret: unknown;
  readonly bases: Readonly<Record<Provider, string>>;
  readonly fetch: typeof fetch;
};

/** What became of it. A button whose time has passed is `gone`: nobody waits any more. */
export type PostbackResult =
  | { readonly kind: 'answered' }
  | { readonly kind: 'gone'; readonly error: string }
  | { readonly kind: 'retry'; readonly error: string };

/** Tells the provider that a press was heard, in its own form. Repeating it harms nothing. Never throws for its answers. */
export type AnswerPostback = (answering: AnsweringPostback) => Promise<PostbackResult>;
