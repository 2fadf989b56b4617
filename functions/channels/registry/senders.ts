import type { ChannelKind } from '../../../schemas/primitives.ts';
import { sendMail } from '../mail/send.ts';
import type { Send } from '../outgoing.ts';
import { sendTelegram } from '../telegram/send.ts';
import { sendWebhook } from '../webhook/send.ts';

/** Our messages out; see `verifiers.ts`. Who asked by the form is answered by mail. */
export const senders: Readonly<Record<ChannelKind, Send>> = {
  mail: sendMail,
  form: sendMail,
  telegram: sendTelegram,
  webhook: sendWebhook,
};
