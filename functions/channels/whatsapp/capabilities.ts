import type { Capabilities } from '../capabilities.ts';

const megabyte = 1024 * 1024;

export const whatsappCapabilities = {
  textMax: 4096,
  captionMax: 1024,
  fileBytesIn: 100 * megabyte,
  fileBytesOut: 100 * megabyte,
  // Told only where the number is in the WhatsApp Business app too.
  edits: true,
  deletes: true,
  readReceipts: true,
  replyTo: true,
  html: false,
  isConversation: true,
  window: 'customer-starts',
  windowHours: 24,
  templates: true,
  rate: { perSecond: 80, burst: 80 },
} as const satisfies Capabilities;
