/** Shown in the browser's own viewer; none of them runs script. SVG and HTML are not among them. */
const safeInline: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/ogg',
  'video/mp4',
]);

/** The media type without parameters, or bytes of no kind when it is not a plain `type/subtype`. */
export const typeToServe = (declared: string): string => {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9]+\/[a-z0-9][a-z0-9.+-]*$/.test(type) ? type : 'application/octet-stream';
};

/**
 * A `Content-Disposition` value (RFC 6266): a plain ASCII name for old programs, the real one in UTF-8 (RFC 8187).
 * Control characters and path separators do not survive.
 */
export const dispositionOf = ({
  name,
  type,
  isDownload,
}: {
  readonly name: string;
  readonly type: string;
  readonly isDownload: boolean;
}): string => {
  const kind = !isDownload && safeInline.has(type) ? 'inline' : 'attachment';
  const clean = name.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]/gu, '_');
  const ascii = clean.replace(/[^\x20-\x7e]|["%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
