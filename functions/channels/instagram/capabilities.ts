import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const instagramCapabilities = {
  /** UTF-8 bytes at Instagram; longer ones are sent in parts (`split-bytes.ts`). */
  textMax: 1000,
  fileBytesIn: 25 * megabyte,
  /** Pictures 8 MB (`send.ts`). */
  fileBytesOut: 25 * megabyte,
  edits: true,
  deletes: true,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  windowHours: 24,
  personHours: 168,
  rate: { perSecond: 10, burst: 10 },
} as const satisfies Capabilities;
