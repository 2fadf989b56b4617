import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const chatCapabilities: Capabilities = {
  textMax: 10000,
  fileBytesIn: 20 * megabyte,
  fileBytesOut: 20 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: true,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'customer-starts',
};
