import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const okCapabilities: Capabilities = {
  textMax: 4096,
  fileBytesIn: 25 * megabyte,
  fileBytesOut: 25 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
};
