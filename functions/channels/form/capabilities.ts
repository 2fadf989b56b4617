import { maxMessageBytes } from '../../../schemas/attachment.ts';
import type { Capabilities } from '../capabilities.ts';
import { mailCapabilities } from '../mail/capabilities.ts';

/** Requests come by the form, answers go by mail. */
export const formCapabilities: Capabilities = { ...mailCapabilities, fileBytesIn: maxMessageBytes };
