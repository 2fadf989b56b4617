import { Parser } from 'htmlparser2';
import { mailLimits } from '../limits.ts';
import { allowedTags, isAllowedAttribute, silencedTags, voidTags } from './allowed.ts';
import { sanitizeStyle } from './css.ts';
import { escapeHtml } from './escape-html.ts';
import { feedHtml } from './feed-html.ts';
import { imageSource, safeHref } from './links.ts';
import { isQuoteContainer, type MarkupAttributes } from './quote-containers.ts';

export interface SanitizedHtml {
  readonly html: string;
  readonly remoteImages: boolean;
  /** Indexes of attachments that the HTML shows. */
  readonly shown: ReadonlySet<number>;
  readonly problems: readonly string[];
}

/**
 * Passes only what allowed.ts and css.ts name, token by token, so the cost is linear. `findImage`
 * maps a Content-ID (or location) to the index of its attachment.
 */
export function sanitizeHtml(
  source: string,
  findImage: (cid: string) => number | undefined,
): SanitizedHtml {
  const out: string[] = [];
  const shown = new Set<number>();
  const problems = new Set<string>();
  const open: (string | undefined)[] = [];
  let silenced = 0;
  let links = 0;
  let remoteImages = false;
  let length = 0;

  const write = (piece: string): void => {
    length += piece.length;
    if (length <= mailLimits.htmlChars) out.push(piece);
    else problems.add('html-too-long');
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const silent = silencedTags.has(tag);
        if (silent) silenced++;
        const passes = silenced === 0 && allowedTags.has(tag) && isRoomFor(tag);
        if (!voidTags.has(tag)) open.push(passes ? tag : undefined);
        if (passes) write(openTag(tag, attributes));
      },
      ontext(text) {
        if (silenced === 0) write(escapeHtml(text));
      },
      onclosetag(tag) {
        if (silencedTags.has(tag) && silenced > 0) silenced--;
        if (voidTags.has(tag)) return;
        const passed = open.pop();
        // What was opened is closed even past the length bound: the result stays well-formed.
        if (passed !== undefined && problems.has('html-too-long')) out.push(`</${passed}>`);
        else if (passed !== undefined) write(`</${passed}>`);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  if (!feedHtml(parser, source, () => open.length)) problems.add('html-too-long');
  return { html: out.join('').trim(), remoteImages, shown, problems: [...problems] };

  function isRoomFor(tag: string): boolean {
    if (problems.has('html-too-long')) return false;
    if (open.length > mailLimits.htmlDepth) {
      problems.add('html-too-deep');
      return voidTags.has(tag);
    }
    if (tag === 'a' && ++links > mailLimits.links) {
      problems.add('too-many-links');
      return false;
    }
    return true;
  }

  function openTag(tag: string, attributes: MarkupAttributes): string {
    let written = '';
    for (const [name, value] of Object.entries(attributes)) {
      if (isAllowedAttribute(tag, name)) written += attribute(name, value.slice(0, 1_000));
    }
    const style = sanitizeStyle(attributes['style'] ?? '');
    if (style !== '') written += attribute('style', style);
    if (isQuoteContainer(tag, attributes)) written += attribute('data-quoted', '');
    if (tag === 'a') written += linkAttributes(attributes['href']);
    if (tag === 'img') written += imageAttributes(attributes['src'] ?? '');
    return `<${tag}${written}>`;
  }

  function imageAttributes(raw: string): string {
    const source = imageSource(raw);
    if (source?.kind === 'data') return attribute('src', source.url);
    if (source?.kind === 'remote') {
      remoteImages = true;
      return attribute('data-remote-src', source.url);
    }
    const index = source ? findImage(source.cid) : undefined;
    if (index === undefined) return '';
    shown.add(index);
    return attribute('src', `cid:${index}`);
  }
}

function linkAttributes(raw: string | undefined): string {
  const href = raw === undefined ? undefined : safeHref(raw);
  if (href === undefined) return '';
  return `${attribute('href', href)} rel="noopener noreferrer nofollow" target="_blank"`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeHtml(value)}"`;
}
