import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const whatsappCapabilities: Capabilities = {
  textMax: 4096,
  captionMax: 1024,
  fileBytesIn: 100 * megabyte,
  fileBytesOut: 100 * megabyte,
  edits: false,
  deletes: false,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  windowHours: 24,
  templates: true,
  rate: { perSecond: 80, burst: 80 },
};
