/**
 * The form in which ids are stored and looked up: no brackets; of SES's wire id only the part that
 * SendEmail returned (`<id@region.amazonses.com>` goes out, the bare id comes back).
 */
export function normalizeMessageId(id: string): string {
  const bare = id.trim().replace(/^<+|>+$/g, '');
  const at = bare.lastIndexOf('@');
  if (at > 0 && /(?:^|\.)amazonses\.com$/i.test(bare.slice(at + 1))) return bare.slice(0, at);
  return at < 0 ? bare : `${bare.slice(0, at)}@${bare.slice(at + 1).toLowerCase()}`;
}
