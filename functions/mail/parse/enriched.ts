/** text/enriched (RFC 1896) and text/richtext as plain text; single line breaks are soft there. */
export function textFromEnriched(source: string): string {
  return source
    .replace(/<param>[^<]*<\/param>/gi, '')
    .replace(/<(?:nl|np|lt)>/gi, (tag) => (tag.toLowerCase() === '<lt>' ? '\u0001' : '\n\n'))
    .replace(/<\/?[a-z][a-z0-9-]{0,60}>/gi, '')
    .replaceAll('<<', '<')
    .replaceAll('\u0001', '<')
    .replace(/\n(\n*)/g, (_, more: string) => more || ' ')
    .trim();
}
