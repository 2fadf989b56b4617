import type { ChannelKind, Language } from '../../../schemas/primitives.ts';

/** Everything that rules may ask about a message. */
export type RoutingSample = {
  readonly channel: ChannelKind;
  readonly connectionId: string;
  /** Topic chosen in a form. */
  readonly chosenTopic?: string;
  readonly language?: Language;
  readonly tier: string;
  /** Lower-cased address, or the channel's own id. */
  readonly sender: string;
  readonly subject: string;
  /** Without quoted history. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly type: string }[];
  readonly fields: Readonly<Record<string, string>>;
  /** When it came, ISO 8601. */
  readonly occurredAt: string;
};

/** Longest text looked at, UTF-16 units: what a message is about stands at its beginning. */
export const consideredUnits = 20_000;

/** Whether a text matches a pattern. Made by a linear-time engine from patterns that were checked when they were saved. */
export type PatternTest = (pattern: string, text: string) => boolean;
