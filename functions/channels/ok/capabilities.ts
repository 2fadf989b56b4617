import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

/** Bot API for groups; the length of a text is what its servers take, no page says it. */
export const okCapabilities = {
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
} as const satisfies Capabilities;
