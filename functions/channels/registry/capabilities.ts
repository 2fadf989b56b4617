import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Capabilities } from '../capabilities.ts';
import { formCapabilities } from '../form/capabilities.ts';
import { mailCapabilities } from '../mail/capabilities.ts';
import { telegramCapabilities } from '../telegram/capabilities.ts';
import { webhookCapabilities } from '../webhook/capabilities.ts';

/** What each channel can do; see `verifiers.ts`. */
export const capabilities: Readonly<Record<ChannelKind, Capabilities>> = {
  mail: mailCapabilities,
  form: formCapabilities,
  telegram: telegramCapabilities,
  webhook: webhookCapabilities,
};
