import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Capabilities } from '../capabilities.ts';
import { chatCapabilities } from '../chat/capabilities.ts';
import { formCapabilities } from '../form/capabilities.ts';
import { instagramCapabilities } from '../instagram/capabilities.ts';
import { letterCapabilities } from '../letter/capabilities.ts';
import { mailCapabilities } from '../mail/capabilities.ts';
import { messengerCapabilities } from '../messenger/capabilities.ts';
import { okCapabilities } from '../ok/capabilities.ts';
import { phoneCapabilities } from '../phone/capabilities.ts';
import { smsCapabilities } from '../sms/capabilities.ts';
import { telegramCapabilities } from '../telegram/capabilities.ts';
import { viberCapabilities } from '../viber/capabilities.ts';
import { vkCapabilities } from '../vk/capabilities.ts';
import { webhookCapabilities } from '../webhook/capabilities.ts';
import { whatsappCapabilities } from '../whatsapp/capabilities.ts';

/** What each channel can do; see `verifiers.ts`. */
export const capabilities: Readonly<Record<ChannelKind, Capabilities>> = {
  mail: mailCapabilities,
  form: formCapabilities,
  telegram: telegramCapabilities,
  whatsapp: whatsappCapabilities,
  messenger: messengerCapabilities,
  instagram: instagramCapabilities,
  viber: viberCapabilities,
  vk: vkCapabilities,
  ok: okCapabilities,
  sms: smsCapabilities,
  phone: phoneCapabilities,
  webhook: webhookCapabilities,
  chat: chatCapabilities,
  letter: letterCapabilities,
};
