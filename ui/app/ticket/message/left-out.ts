import type { ConversationTexts } from '../../../texts/conversation/conversation-texts.ts';

type Reason = keyof ConversationTexts['left'];
export type LeftOut = { reason: Reason; what: string };

const line =
  /^\[(unsupported|file could not be fetched|file too big for the bot API|file refused): (.*)\]$/;

/**
 * Parts what a person wrote from the lines that a channel put for what could not be shown, so that each can be
 * said in the reader's language. Lines inside a person's own text stay where they are: only the last ones are ours.
 */
export const partLeftOut = (text: string): { words: string; leftOut: readonly LeftOut[] } => {
  const lines = text.split('\n');
  const leftOut: LeftOut[] = [];
  for (let found = line.exec(lines.at(-1) ?? ''); found; found = line.exec(lines.at(-1) ?? '')) {
    leftOut.unshift({ reason: found[1] as Reason, what: found[2] ?? '' });
    lines.pop();
  }
  return { words: lines.join('\n'), leftOut };
};
