import type * as z from 'zod';
import type { ChannelEvent } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import { instantOf } from '../meta/instant.ts';
import { messageKeys, ourKeys } from '../meta/message-keys.ts';
import { type Batch, happened, ignoring } from '../meta/understood.ts';
import { describedError, graphErrorOf, judgeWhatsApp } from './errors.ts';
import { WhatsAppError, type WhatsAppStatus } from './message.ts';
import type { NumberContext } from './parse.ts';

const receipts: Readonly<Record<string, 'sent' | 'delivered' | 'read'>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  // A voice message was listened to.
  played: 'read',
};

/** How far a message of ours got, in any order and any number of times. */
export function understandStatus(
  { id, status, timestamp, errors = [] }: z.infer<typeof WhatsAppStatus>,
  { connection, receivedAt }: NumberContext,
): Batch {
  const at = instantOf(timestamp, receivedAt);
  const keys = ourKeys('whatsapp', connection.id, id);
  const receipt = entryOf(receipts, status);
  if (receipt) return happened({ kind: 'receipt', at, keys, receipt });
  if (status === 'failed') return happened({ at, keys, ...failureOf(errors) });
  if (status === 'deleted')
    return happened({ kind: 'deleted', at, keys: messageKeys('whatsapp', connection.id, id) });
  return ignoring('whatsapp.status-unknown');
}

/** What a failure told later means. What would be taken another time has not arrived either: an agent sends it again. */
function failureOf(
  errors: readonly unknown[],
): Pick<Extract<ChannelEvent, { kind: 'failure' }>, 'kind' | 'outcome' | 'error' | 'permanent'> {
  const [error] = errors.flatMap((given) => WhatsAppError.safeParse(given).data ?? []);
  const verdict = error ? judgeWhatsApp(graphErrorOf(error)) : 'unclear';
  return {
    kind: 'failure',
    outcome: verdict === 'window-closed' || verdict === 'blocked' ? verdict : 'failed',
    error: error ? describedError(error) : 'whatsapp: failed without a reason',
    permanent: verdict === 'window-closed' || verdict === 'blocked' || verdict === 'permanent',
  };
}
