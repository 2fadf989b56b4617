import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Understood } from '../channel.ts';
import { parseChat } from '../chat/parse.ts';
import { parseForm } from '../form/parse.ts';
import { parseInstagram } from '../instagram/parse.ts';
import { parseLetter } from '../letter/parse.ts';
import { parseMailInput } from '../mail/parse.ts';
import { parseMessenger } from '../messenger/parse.ts';
import { parseOk } from '../ok/parse.ts';
import { parsePhone } from '../phone/parse.ts';
import { parseSms } from '../sms/parse.ts';
import { parseTelegram } from '../telegram/parse.ts';
import { parseViber } from '../viber/parse.ts';
import { parseVk } from '../vk/parse.ts';
import { parseWebhook } from '../webhook/parse.ts';
import { parseWhatsApp } from '../whatsapp/parse.ts';

/** Bytes to messages; see `verifiers.ts`. Those that no hook brings are given more than bytes, so each keeps its type. */
export const parsers = {
  mail: parseMailInput,
  form: parseForm,
  telegram: parseTelegram,
  whatsapp: parseWhatsApp,
  messenger: parseMessenger,
  instagram: parseInstagram,
  viber: parseViber,
  vk: parseVk,
  ok: parseOk,
  sms: parseSms,
  phone: parsePhone,
  webhook: parseWebhook,
  chat: parseChat,
  letter: parseLetter,
} as const satisfies Record<ChannelKind, (delivery: never) => Promise<Understood>>;
