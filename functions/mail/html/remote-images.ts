/** More than this many pictures are never asked for; a mail with more is a catalog. */
const most = 500;

/**
 * Addresses of the pictures on other servers, in the order in which they stand in sanitized HTML: their index is how
 * screens name them. Nothing else may be fetched for a message.
 */
export function remoteImages(html: string): readonly string[] {
  const found: string[] = [];
  for (const [, address = ''] of html.matchAll(/<img\b[^>]*?\sdata-remote-src="([^"]*)"/g)) {
    found.push(unescapeHtml(address));
    if (found.length === most) break;
  }
  return found;
}

/** Undoes `escapeHtml`, which wrote the attribute. */
const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
