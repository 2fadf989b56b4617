import { Parser } from 'htmlparser2';
import { mailLimits } from '../limits.ts';
import { silencedTags } from './allowed.ts';
import { feedHtml } from './feed-html.ts';
import { isQuoteContainer, ourReference } from './quote-containers.ts';
import { TextWriter } from './text-writer.ts';

export interface TextFromHtml {
  readonly text: string;
  /** Offset in `text` at which the first known quote container begins. */
  readonly quoteAt?: number;
  /** Our references found in the markup, unverified. */
  readonly markers: readonly string[];
}

const blocks = new Set(
  (
    'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead ' +
    'tr ul'
  ).split(' '),
);
const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'pre',
]);

/** What a reader would see: blocks as lines, quotes with `> `, hidden elements left out. */
export function textFromHtml(source: string): TextFromHtml {
  const writer = new TextWriter(mailLimits.textChars);
  const markers = new Set<string>();
  const hiding: string[] = [];
  let quoteAt: number | undefined;
  let depth = 0;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth++;
        const reference = ourReference(attributes);
        if (reference !== undefined && markers.size < 20) markers.add(reference);
        if (hiding.length > 0 || silencedTags.has(tag) || isHidden(attributes['style'])) {
          if (isVoid(tag)) return;
          hiding.push(tag);
        }
        if (quoteAt === undefined && isQuoteContainer(tag, attributes)) {
          writer.breakLine();
          quoteAt = writer.mark();
        }
        if (hiding.length > 0) return;
        if (tag === 'br') writer.lineFeed();
        else if (tag === 'hr') writer.breakLine();
        else if (tag === 'td' || tag === 'th') writer.space();
        else if (blocks.has(tag)) writer.breakLine();
        if (tag === 'li') writer.text('* ');
        if (tag === 'blockquote') writer.quote(1);
        if (tag === 'pre') writer.preformatted(1);
      },
      ontext(text) {
        if (hiding.length === 0) writer.text(text);
      },
      onclosetag(tag) {
        depth--;
        if (hiding.length > 0) {
          if (hiding.at(-1) === tag) hiding.pop();
          return;
        }
        if (tag === 'pre') writer.preformatted(-1);
        if (blocks.has(tag)) writer.breakLine();
        if (tag === 'blockquote') writer.quote(-1);
        if (paragraphs.has(tag)) writer.paragraph();
      },
    },
    { decodeEntities: true },
  );
  feedHtml(parser, source, () => depth);

  const { text, offset } = writer.finish(quoteAt);
  return { text, markers: [...markers], ...(offset !== undefined && { quoteAt: offset }) };
}

function isHidden(style: string | undefined): boolean {
  return (
    style !== undefined && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style.slice(0, 2_000))
  );
}

function isVoid(tag: string): boolean {
  return /^(?:br|hr|img|input|meta|link|col|base|area|wbr|embed|source|track|param)$/.test(tag);
}
