import type { HookChannel } from '../../../schemas/primitives.ts';
import type { Download } from '../download.ts';
import { downloadInstagram } from '../instagram/download.ts';
import { downloadMessenger } from '../messenger/download.ts';
import { downloadOk } from '../ok/download.ts';
import { downloadPhone } from '../phone/download.ts';
import { downloadSms } from '../sms/download.ts';
import { downloadTelegram } from '../telegram/download.ts';
import { downloadViber } from '../viber/download.ts';
import { downloadVk } from '../vk/download.ts';
import { downloadWebhook } from '../webhook/download.ts';
import { downloadWhatsApp } from '../whatsapp/download.ts';

/** Files that messages only refer to; see `verifiers.ts`. */
export const downloaders: Readonly<Record<HookChannel, Download>> = {
  telegram: downloadTelegram,
  whatsapp: downloadWhatsApp,
  messenger: downloadMessenger,
  instagram: downloadInstagram,
  viber: downloadViber,
  vk: downloadVk,
  ok: downloadOk,
  sms: downloadSms,
  phone: downloadPhone,
  webhook: downloadWebhook,
};
