import type { Edit, EditResult } from '../outgoing.ts';
import { call, type Fault } from './call.ts';
import { TelegramCredentials } from './credentials.ts';

/**
 * `editMessageText` of the one message the text was sent as. The same wording again is refused as "not modified", which
 * is what a repetition wants to hear.
 * https://core.telegram.org/bots/api#editmessagetext
 */
export const editTelegram: Edit = async ({ message, ticket }, ports) => {
  const { botToken = '' } = TelegramCredentials.safeParse(ports.secret).data ?? {};
  if (botToken === '')
    return { kind: 'failed', error: 'telegram: no bot token is set', isRevoked: false };
  const bot = { fetch: ports.fetch, base: ports.bases.telegram, token: botToken };
  const outcome = await call(bot, 'editMessageText', {
    chat_id: ticket.replyTo.address,
    message_id: Number(message.delivery?.providerId),
    text: message.text,
  });
  return 'result' in outcome ? { kind: 'edited' } : editFault(outcome.fault);
};

function editFault(fault: Fault): EditResult {
  const { kind, error } = fault;
  if (error.includes('message is not modified')) return { kind: 'edited' };
  if (kind === 'retry')
    return { kind, error, ...(fault.afterSeconds && { afterSeconds: fault.afterSeconds }) };
  if (kind === 'unknown') return { kind: 'retry', error };
  return { kind: 'failed', error };
}
