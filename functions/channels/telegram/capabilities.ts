import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

/** Bot API 10.1. Lengths are UTF-16 units after entity parsing; we send no entities. */
export const telegramCapabilities = {
  textMax: 4096,
  captionMax: 1024,
  fileBytesIn: 20 * megabyte,
  fileBytesOut: 50 * megabyte,
  edits: true,
  canEdit: true,
  deletes: false,
  readReceipts: false,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  // The FAQ says about thirty a second over all chats.
  rate: { perSecond: 25, burst: 25 },
} as const satisfies Capabilities;

/** `sendPhoto` takes no more; larger pictures go as documents. */
export const photoBytesMax = 10 * megabyte;
