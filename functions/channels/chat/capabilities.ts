import { maxAttachmentBytes } from '../../../schemas/attachment.ts';
import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const chatCapabilities: Capabilities = {
  textMax: 10_000,
  fileBytesIn: 10 * megabyte,
  fileBytesOut: maxAttachmentBytes,
  edits: false,
  deletes: false,
  readReceipts: true,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  isIdempotent: true,
};
