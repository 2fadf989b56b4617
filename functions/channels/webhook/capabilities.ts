import type { Capabilities } from '../capabilities.ts';

export const webhookCapabilities: Capabilities = {
  fileBytesIn: 25 * 1024 * 1024,
  fileBytesOut: 0,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'none',
  isIdempotent: true,
};
