import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const viberCapabilities: Capabilities = {
  textMax: 7000,
  fileBytesIn: 50 * megabyte,
  fileBytesOut: 50 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: true,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'customer-starts',
};
