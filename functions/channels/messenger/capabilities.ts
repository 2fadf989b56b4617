import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const messengerCapabilities = {
  textMax: 2000,
  fileBytesIn: 25 * megabyte,
  fileBytesOut: 25 * megabyte,
  edits: true,
  deletes: false,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  windowHours: 24,
  personHours: 168,
  rate: { perSecond: 40, burst: 40 },
} as const satisfies Capabilities;
