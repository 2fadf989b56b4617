import type { ChannelEvent, Understood } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import type { HookInput } from '../hook-delivery.ts';
import { sentKey } from '../pointers.ts';
import { isPermanent, stopped } from '../twilio/faults.ts';
import { fieldOf, sidOf, type TwilioForm } from '../twilio/form.ts';

const receipts: Readonly<Record<string, 'sent' | 'delivered' | 'read'>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
};
const early: ReadonlySet<string> = new Set(['accepted', 'scheduled', 'queued', 'sending']);

/** What became of a message of ours. Twilio tells the stages in any order; the message keeps the highest. */
export function receiptOf(form: TwilioForm, input: HookInput): Understood {
  const { connection, headers, receivedAt } = input;
  const status = fieldOf(form, 'MessageStatus').toLowerCase();
  const sid = sidOf(form, 'MessageSid');
  if (sid === '') return { incoming: [], ignored: ['sms.no-sid'] };
  // Our own id serves when we never learned Twilio's.
  const ids = [sid, ...(headers['mid'] ? [headers['mid']] : [])];
  const keys = ids.map((id) => sentKey('sms', connection.id, id));
  if (early.has(status)) return { incoming: [], ignored: ['sms.status-early'] };
  const event = eventOf(status, fieldOf(form, 'ErrorCode'), { at: receivedAt, keys });
  if (!event) return { incoming: [], ignored: ['sms.status-unknown'] };
  return { incoming: [], events: [event], ignored: [] };
}

type OfMessage = { readonly at: string; readonly keys: readonly string[] };

function eventOf(status: string, errorCode: string, of: OfMessage): ChannelEvent | undefined {
  const receipt = entryOf(receipts, status);
  if (receipt) return { ...of, kind: 'receipt', receipt };
  if (!['undelivered', 'failed', 'canceled'].includes(status)) return undefined;
  const code = errorCode === '' ? undefined : Number(errorCode);
  return {
    ...of,
    kind: 'failure',
    outcome: code === stopped ? 'blocked' : 'failed',
    error: `twilio: ${status}${code === undefined ? '' : ` ${code}`}`,
    permanent: isPermanent(code),
  };
}
