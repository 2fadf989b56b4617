import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const smsCapabilities = {
  textMax: 1600,
  fileBytesIn: 5 * megabyte,
  fileBytesOut: 5 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'none',
  rate: { perSecond: 1, burst: 5 },
} as const satisfies Capabilities;
