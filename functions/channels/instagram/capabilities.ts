import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const instagramCapabilities: Capabilities = {
  textMax: 1000,
  fileBytesIn: 25 * megabyte,
  fileBytesOut: 8 * megabyte,
  edits: false,
  deletes: true,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  windowHours: 24,
  personHours: 168,
};
