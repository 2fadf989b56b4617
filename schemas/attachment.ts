import * as z from 'zod';

/** A file kept in the attachments bucket. `key` never leaves the API; screens get a signed link. */
export const Attachment = z.object({
  name: z.string().min(1).max(255),
  /** Sniffed or declared media type; shown, never trusted for rendering. */
  type: z.string().max(127),
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().max(512),
  /** Shown inside the text (`cid:`), not in the list of files. */
  inline: z.boolean().optional(),
  contentId: z.string().max(255).optional(),
  kind: z.enum(['regular', 'inline', 'calendar', 'tnef', 'message', 'smime', 'pgp', 'raw']),
});
export type Attachment = z.infer<typeof Attachment>;

/** Largest file an agent or a customer may attach, bytes: base64 and headers must stay under SES's 40 MB. */
export const maxAttachmentBytes = 20 * 1024 * 1024;
/** Largest sum of one message's files, bytes. */
export const maxMessageBytes = 25 * 1024 * 1024;
