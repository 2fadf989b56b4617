import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

/** Viber REST API. A hundred messages to one person who does not answer are taken in an hour. */
export const viberCapabilities = {
  textMax: 7000,
  captionMax: 512,
  fileBytesIn: 50 * megabyte,
  fileBytesOut: 50 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: true,
  replyTo: false,
  html: false,
  isConversation: true,
  window: 'customer-starts',
} as const satisfies Capabilities;

/** Larger pictures and films go as files. */
export const pictureBytesMax = megabyte;
export const videoBytesMax = 26 * megabyte;
