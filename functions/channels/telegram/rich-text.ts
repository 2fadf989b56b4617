/** Deeper than any article is written; a reader must end. */
const depthMax = 20;

/** Members of a block that hold words, or further blocks. */
const inline = ['text', 'title', 'caption', 'quote'];
const nested = ['blocks', 'items', 'rows', 'cells'];

/** The words of a rich message (Bot API 10), whose blocks nest texts, lists and quotes: one line for each block. */
export const richText = (blocks: readonly unknown[]): string => linesOf(blocks, 0).join('\n');

function linesOf(blocks: readonly unknown[], depth: number): readonly string[] {
  if (depth > depthMax) return [];
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return [block];
    if (typeof block !== 'object' || block === null) return [];
    const members: Readonly<Record<string, unknown>> = { ...block };
    return [
      ...inline.map((name) => wordsOf(members[name], depth + 1)),
      ...nested.flatMap((name) => {
        const inner = members[name];
        return Array.isArray(inner) ? linesOf(inner, depth + 1) : [];
      }),
    ].filter((line) => line !== '');
  });
}

/** A text is a string, a list of texts, or a text with a style. */
function wordsOf(text: unknown, depth: number): string {
  if (depth > depthMax) return '';
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map((part) => wordsOf(part, depth + 1)).join('');
  return typeof text === 'object' && text !== null && 'text' in text
    ? wordsOf(text.text, depth + 1)
    : '';
}
