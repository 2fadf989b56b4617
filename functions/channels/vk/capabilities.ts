import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

/** API 5.199. The schema says 9,000 characters, the servers take 4,096. */
export const vkCapabilities = {
  textMax: 4096,
  fileBytesIn: 25 * megabyte,
  fileBytesOut: 25 * megabyte,
  edits: true,
  deletes: false,
  readReceipts: true,
  canEdit: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  rate: { perSecond: 20, burst: 20 },
  isIdempotent: true,
} as const satisfies Capabilities;
