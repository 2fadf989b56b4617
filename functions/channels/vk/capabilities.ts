import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const vkCapabilities: Capabilities = {
  textMax: 4096,
  fileBytesIn: 25 * megabyte,
  fileBytesOut: 25 * megabyte,
  edits: true,
  deletes: false,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  rate: { perSecond: 20, burst: 20 },
  isIdempotent: true,
};
