import { decoderFor } from '../charset/decoders.ts';

/** Groups that hold no words. */
const silent =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|colorschememapping|latentstyles|datastore|generator|listtable|listoverridetable|rsidtbl|mmathPr|xmlnstbl|pntext|header|footer)$/;

interface Group {
  silent: boolean;
  /** Inside `\htmlrtf`: RTF that only RTF readers show. */
  htmlRtf: boolean;
  /** Characters that stand for one `\u`. */
  unicodeSkip: number;
}

/**
 * The words of an RTF body; when the RTF wraps HTML (`\fromhtml1`, MS-OXRTFEX) that HTML instead.
 * A tokenizer of one pass.
 */
export function readRtf(rtf: Buffer): { text?: string; html?: string } {
  const source = rtf.toString('latin1');
  const fromHtml = source.slice(0, 400).includes('\\fromhtml');
  const page = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 400))?.[1] ?? '1252';
  const decode = decoderFor(`windows-${page}`) ?? decoderFor('windows-1252');
  const stack: Group[] = [];
  let group: Group = { silent: false, htmlRtf: false, unicodeSkip: 1 };
  let skip = 0;
  let out = '';
  let pending: number[] = [];

  const flush = (): void => {
    if (pending.length > 0) out += decode?.(Uint8Array.from(pending)) ?? '';
    pending = [];
  };
  const put = (text: string): void => {
    if (group.silent || (fromHtml && group.htmlRtf)) return;
    flush();
    out += text;
  };
  const token =
    /\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\\*|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]|\\/gi;
  for (const [, hex, word, argument, symbol, brace, plain] of source.matchAll(token)) {
    if (brace === '{') {
      stack.push(group);
      group = { ...group };
    } else if (brace === '}') {
      flush();
      group = stack.pop() ?? group;
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!group.silent && !(fromHtml && group.htmlRtf))
        pending.push(Number.parseInt(hex, 16));
    } else if (plain !== undefined) {
      put(plain.slice(skip));
      skip = Math.max(0, skip - plain.length);
    } else if (symbol !== undefined) {
      put(symbol === '~' ? '\u00a0' : /[\\{}]/.test(symbol) ? symbol : '');
    } else if (word !== undefined) control(word, argument);
  }
  flush();
  const result = out.replace(/\0/g, '').toWellFormed().trim();
  if (result === '') return {};
  return fromHtml ? { html: result } : { text: result };

  function control(word: string, argument: string | undefined): void {
    if (silent.test(word)) group.silent = true;
    else if (word === 'htmlrtf') group.htmlRtf = argument !== '0';
    else if (word === 'par' || word === 'line' || word === 'row') put('\n');
    else if (word === 'tab' || word === 'cell') put('\t');
    else if (word === 'uc') group.unicodeSkip = Math.min(10, Math.max(0, Number(argument ?? 1)));
    else if (word === 'u' && argument !== undefined) {
      put(String.fromCharCode(Number(argument) & 0xffff));
      skip = group.unicodeSkip;
    } else if (word === 'bin') skip = 0;
    else if (word in punctuation) put(punctuation[word] as string);
  }
}

const punctuation: Readonly<Record<string, string>> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
};
