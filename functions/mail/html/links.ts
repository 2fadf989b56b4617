const safeLink = /^(?:https?:\/\/|mailto:|tel:)/i;

/** The address of a link when its scheme is harmless, else undefined. */
export function safeHref(raw: string): string | undefined {
  const href = stripBlanks(raw);
  if (href.length > 8_000) return undefined;
  if (href.startsWith('//')) return `https:${href}`;
  if (/^www\./i.test(href)) return `https://${href}`;
  return safeLink.test(href) ? href : undefined;
}

/** Largest `data:` picture that stays in the HTML; a bigger one is an abuse of the body. */
const dataImageChars = 140_000;

export type ImageSource =
  | { readonly kind: 'cid'; readonly cid: string }
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'remote'; readonly url: string };

/** Where a picture comes from; undefined when it must not be shown. */
export function imageSource(raw: string): ImageSource | undefined {
  const src = stripBlanks(raw);
  if (/^cid:/i.test(src)) return { kind: 'cid', cid: decodeCid(src.slice(4)) };
  if (/^data:image\/(?:png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=%]*$/i.test(src)) {
    return src.length <= dataImageChars ? { kind: 'data', url: src } : undefined;
  }
  if (src.length > 8_000) return undefined;
  if (/^https?:\/\//i.test(src)) return { kind: 'remote', url: src };
  if (src.startsWith('//')) return { kind: 'remote', url: `https:${src}` };
  return src === '' || /^[a-z][a-z0-9+.-]*:/i.test(src) ? undefined : { kind: 'cid', cid: src };
}

/** Browsers ignore blanks and controls inside a scheme, so they must not hide one from us. */
function stripBlanks(raw: string): string {
  return raw.trim().replace(/[\p{Cc}\s]/gu, (char) => (char === ' ' ? '%20' : ''));
}

function decodeCid(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}
