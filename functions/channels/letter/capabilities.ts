import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const letterCapabilities: Capabilities = {
  fileBytesIn: 20 * megabyte,
  fileBytesOut: 20 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: false,
  html: false,
  isConversation: false,
  window: 'none',
};
