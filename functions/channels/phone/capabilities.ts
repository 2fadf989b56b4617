import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const phoneCapabilities: Capabilities = {
  fileBytesIn: 100 * megabyte,
  fileBytesOut: 0,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'none',
};
