import type { ConversationTexts } from '../../../texts/conversation/conversation-texts.ts';

type Reason = keyof ConversationTexts['left'];
export type LeftOut = { reason: Reason; what: string };

/** As `functions/entry/intake/refused-files.ts` and the channels' parsers write them. */
const reasons: Readonly<Record<Reason, true>> = {
  unsupported: true,
  'file could not be fetched': true,
  'file too big for the bot API': true,
  'file too large': true,
  'file with a virus, not kept': true,
  'file could not be scanned, not kept': true,
  'file only in the original': true,
};
const line = new RegExp(`^\\[(${Object.keys(reasons).join('|')}): (.*)\\]$`);

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
