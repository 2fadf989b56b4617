import type { Edit, EditResult } from '../outgoing.ts';
import { type Bot, botOf, call, type Fault } from './call.ts';
import { telegramCapabilities } from './capabilities.ts';
import { chatParameters } from './chat-address.ts';

/**
 * `editMessageText` of the one message the text was sent as, or `editMessageCaption` when it went under a file. The same
 * wording again is refused as "not modified", which is what a repetition wants to hear.
 * https://core.telegram.org/bots/api#editmessagetext
 */
export const editTelegram: Edit = async ({ message, ticket }, ports) => {
  const bot = botOf(ports);
  if (!bot) return { kind: 'failed', error: 'telegram: no bot token is set' };
  const text = message.text.toWellFormed();
  const target = {
    ...chatParameters(message.address ?? ticket.replyTo.address),
    message_id: Number(message.delivery?.providerId),
  };
  const fault = await faultOf(bot, 'editMessageText', { ...target, text });
  if (!fault) return { kind: 'edited' };
  const isCaption = fault.error.includes('no text in the message');
  if (!isCaption || text.length > telegramCapabilities.captionMax) return editFault(fault);
  const second = await faultOf(bot, 'editMessageCaption', { ...target, caption: text });
  return second ? editFault(second) : { kind: 'edited' };
};

async function faultOf(bot: Bot, method: string, body: object): Promise<Fault | undefined> {
  const outcome = await call(bot, method, { ...body });
  return 'fault' in outcome ? outcome.fault : undefined;
}

function editFault(fault: Fault): EditResult {
  const { kind, error } = fault;
  if (error.includes('message is not modified')) return { kind: 'edited' };
  if (kind === 'retry')
    return { kind, error, ...(fault.afterSeconds && { afterSeconds: fault.afterSeconds }) };
  if (kind === 'unknown') return { kind: 'retry', error };
  const isRevoked = kind === 'failed' && fault.isRevoked;
  return { kind: 'failed', error, ...(isRevoked && { isRevoked }) };
}
