import type { Edit } from '../outgoing.ts';
import { call, communityOf } from './call.ts';

/** `messages.edit` of what we sent; VK allows it for a day (909). Files of the message stay only when named again. */
export const editVk: Edit = async ({ message, ticket }, ports) => {
  const community = communityOf(ports);
  if (!community) return { kind: 'failed', error: 'vk: no token is set' };
  if (message.attachments.length > 0)
    return { kind: 'failed', error: 'vk: a message with files is not changed' };
  const outcome = await call(community, 'messages.edit', {
    peer_id: message.address ?? ticket.replyTo.address,
    conversation_message_id: message.delivery?.providerId,
    message: message.text.toWellFormed(),
    keep_forward_messages: 1,
    keep_snippets: 1,
  });
  if ('response' in outcome) return { kind: 'edited' };
  const { fault } = outcome;
  if (fault.kind === 'retry') {
    const { error, afterSeconds } = fault;
    return { kind: 'retry', error, ...(afterSeconds !== undefined && { afterSeconds }) };
  }
  if (fault.kind === 'unknown') return { kind: 'retry', error: fault.error };
  const isRevoked = fault.kind === 'failed' && fault.isRevoked;
  return { kind: 'failed', error: fault.error, ...(isRevoked && { isRevoked }) };
};
