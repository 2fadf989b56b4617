import type { Message, Reaction } from '../../../schemas/timeline.ts';
import { messageIdOf } from '../ids.ts';

/**
 * What may happen to a message that is there already. Each rule answers the changed message, or undefined when nothing
 * changes; said twice, late or in another order, events end in the same message.
 */

/** The original, which matters most, and the newest. */
const mostWordings = 10;
/** What a wording may hold, UTF-16 units. */
const longestText = 20_000;

const cut = (text: string) => text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');

/**
 * The author's new wording. Older than the newest one known: ignored. Two of one second have no order, so one that is
 * among the earlier wordings was overtaken. What was withdrawn may still learn how it read before that.
 */
export const editText = (
  message: Message,
  { text: written, at }: { readonly text: string; readonly at: string },
): Message | undefined => {
  const { editedAt, wordings = [], deletedAt } = message;
  const text = cut(written);
  if (text === message.text || (deletedAt !== undefined && at > deletedAt)) return undefined;
  if (editedAt !== undefined && at < editedAt) return undefined;
  if (at === editedAt && wordings.some((wording) => wording.text === text)) return undefined;
  const kept = [...wordings, { text: cut(message.text), until: at }];
  return {
    ...message,
    text,
    quoteStart: undefined,
    html: undefined,
    bodyKey: undefined,
    editedAt: at,
    wordings: kept.length <= mostWordings ? kept : [...kept.slice(0, 1), ...kept.slice(-9)],
  };
};

/** A file's key begins with the message it came with: of an album each part keeps its own. */
const isOf = (key: string, messageId: string) => key.startsWith(`files/${messageId}/`);

/**
 * Withdrawn by its author: the text is kept for the record, files are not shown any more. `key` is the one the event
 * named: of an album it may be one part, which takes away its own file and leaves the rest.
 */
export const withdraw = (
  message: Message,
  { at, key }: { readonly at: string; readonly key: string },
): Message | undefined => {
  const { attachments, flags, deletedAt } = message;
  // Told twice with different times: the first of them.
  if (deletedAt !== undefined) return at < deletedAt ? { ...message, deletedAt: at } : undefined;
  const left = attachments.filter((file) => !isOf(file.key, messageIdOf(key)));
  if (!flags.includes('album') || left.length === 0)
    return { ...message, attachments: [], deletedAt: at };
  // Nothing of this part is left: it was withdrawn before.
  if (left.length === attachments.length) return undefined;
  return { ...message, attachments: left, flags: withFlag(flags, 'part-deleted') };
};

export const withFlag = (flags: readonly string[], flag: string): string[] =>
  flags.includes(flag) || flags.length === 20 ? [...flags] : [...flags, flag];

type Reacting = {
  readonly by: Reaction['by'];
  readonly emoji?: string;
  readonly at: string;
};

/**
 * One reaction of each side, the newest. That it was taken back is remembered, so that the reaction, coming late, does
 * not return; of two in one second the greater wins, in whatever order they come.
 */
export const react = (message: Message, { by, emoji, at }: Reacting): Message | undefined => {
  const before = message.reactions?.find((one) => one.by === by);
  const takenBack = message.unreacted?.find((one) => one.by === by);
  const last = before ?? takenBack;
  if (last && (last.at > at || (last.at === at && (before?.emoji ?? '') >= (emoji ?? ''))))
    return undefined;
  const others = message.reactions?.filter((one) => one.by !== by) ?? [];
  const othersBack = message.unreacted?.filter((one) => one.by !== by) ?? [];
  return emoji
    ? {
        ...message,
        reactions: [...others, { by, emoji: emoji.slice(0, 40), at }],
        unreacted: othersBack,
      }
    : { ...message, reactions: others, unreacted: [...othersBack, { by, at }] };
};

/** How long after its first part a part of an album may come, by the provider's times. */
const albumSeconds = 60;

/** Whether a further part still belongs to the message that its album made. */
export const isOfAlbum = (first: Pick<Message, 'occurredAt'>, occurredAt: string): boolean =>
  Math.abs(Date.parse(occurredAt) - Date.parse(first.occurredAt)) <= albumSeconds * 1000;

/** What one item's list of files holds. */
const mostFiles = 100;

/** The album with one more part: its files, and its caption if it brought one. */
export const joinAlbum = (
  message: Message,
  part: Pick<Message, 'text' | 'attachments' | 'flags'>,
): Message => {
  const isWithdrawn = message.deletedAt !== undefined;
  const files = isWithdrawn ? [] : [...message.attachments, ...part.attachments];
  return {
    ...message,
    text: [message.text, part.text].filter((text) => text !== '').join('\n'),
    attachments: files.slice(0, mostFiles),
    flags: part.flags.reduce(withFlag, withFlag(message.flags, 'album')),
  };
};
