import type { ChannelKind } from '../../../schemas/primitives.ts';
import { sendChat } from '../chat/send.ts';
import { sendInstagram } from '../instagram/send.ts';
import { sendLetter } from '../letter/send.ts';
import { sendMail } from '../mail/send.ts';
import { sendMessenger } from '../messenger/send.ts';
import { sendOk } from '../ok/send.ts';
import type { Send } from '../outgoing.ts';
import { sendPhone } from '../phone/send.ts';
import { sendSms } from '../sms/send.ts';
import { sendTelegram } from '../telegram/send.ts';
import { sendViber } from '../viber/send.ts';
import { sendVk } from '../vk/send.ts';
import { sendWebhook } from '../webhook/send.ts';
import { sendWhatsApp } from '../whatsapp/send.ts';

/** Our messages out; see `verifiers.ts`. Who asked by the form is answered by mail. */
export const senders: Readonly<Record<ChannelKind, Send>> = {
  mail: sendMail,
  form: sendMail,
  telegram: sendTelegram,
  whatsapp: sendWhatsApp,
  messenger: sendMessenger,
  instagram: sendInstagram,
  viber: sendViber,
  vk: sendVk,
  ok: sendOk,
  sms: sendSms,
  phone: sendPhone,
  webhook: sendWebhook,
  chat: sendChat,
  letter: sendLetter,
};
