import type { HookChannel } from '../../../schemas/primitives.ts';
import { type Check, noCheck } from '../check.ts';
import { checkInstagram } from '../instagram/check.ts';
import { checkMessenger } from '../messenger/check.ts';
import { checkOk } from '../ok/check.ts';
import { checkPhone } from '../phone/check.ts';
import { checkSms } from '../sms/check.ts';
import { checkTelegram } from '../telegram/check.ts';
import { checkViber } from '../viber/check.ts';
import { checkVk } from '../vk/check.ts';
import { checkWhatsApp } from '../whatsapp/check.ts';

/** How connections are; see `verifiers.ts`. */
export const checkers: Readonly<Record<HookChannel, Check>> = {
  telegram: checkTelegram,
  whatsapp: checkWhatsApp,
  messenger: checkMessenger,
  instagram: checkInstagram,
  viber: checkViber,
  vk: checkVk,
  ok: checkOk,
  sms: checkSms,
  phone: checkPhone,
  webhook: noCheck,
};
