import { maxMessageBytes } from '../../../schemas/attachment.ts';
import { mailLimits } from '../../mail/limits.ts';
import type { Capabilities } from '../capabilities.ts';

export const mailCapabilities: Capabilities = {
  fileBytesIn: mailLimits.rawBytes,
  fileBytesOut: maxMessageBytes,
  edits: false,
  deletes: false,
  readReceipts: false,
  replyTo: true,
  html: true,
  isConversation: false,
  window: 'none',
};
