import type { HookChannel } from '../../../schemas/primitives.ts';
import type { Verify } from '../channel.ts';
import { verifyInstagram } from '../instagram/verify.ts';
import { verifyMessenger } from '../messenger/verify.ts';
import { verifyOk } from '../ok/verify.ts';
import { verifyPhone } from '../phone/verify.ts';
import { verifySms } from '../sms/verify.ts';
import { verifyTelegram } from '../telegram/verify.ts';
import { verifyViber } from '../viber/verify.ts';
import { verifyVk } from '../vk/verify.ts';
import { verifyWebhook } from '../webhook/verify.ts';
import { verifyWhatsApp } from '../whatsapp/verify.ts';

/**
 * The registry of channels, one file for each thing a channel does: a function bundles what it needs and no more (the
 * hook no mail parser, deliver neither). Each is a record over every kind, so a channel that is forgotten in one of
 * them does not compile.
 */
export const verifiers: Readonly<Record<HookChannel, Verify>> = {
  telegram: verifyTelegram,
  whatsapp: verifyWhatsApp,
  messenger: verifyMessenger,
  instagram: verifyInstagram,
  viber: verifyViber,
  vk: verifyVk,
  ok: verifyOk,
  sms: verifySms,
  phone: verifyPhone,
  webhook: verifyWebhook,
};
