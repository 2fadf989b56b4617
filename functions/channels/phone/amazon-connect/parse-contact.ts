import type { ContactEvent } from '../../../../schemas/queue.ts';
import type { Call } from '../../../../schemas/timeline.ts';
import type { Understood } from '../../channel.ts';
import { entryOf } from '../../entry-of.ts';
import type { HookInput } from '../../hook-delivery.ts';
import { plausibleInstant } from '../../plausible-instant.ts';
import { callInbound } from '../call-inbound.ts';
import { phoneNumber } from '../phone-number.ts';
import { ContactDetail } from './contact-detail.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`phone.${code}`] });

/** What each event says of a call that nobody has talked in yet. */
const unanswered: Readonly<Record<string, Call['state']>> = {
  INITIATED: 'ringing',
  CONNECTED_TO_SYSTEM: 'ringing',
  QUEUED: 'queued',
  CONNECTED_TO_AGENT: 'talking',
  DISCONNECTED: 'missed',
  COMPLETED: 'missed',
};

/**
 * A contact event of Amazon Connect. They come at least once, in any order, and some never: each carries the times of
 * all that happened before, so any of them tells the whole call. Transfers are parts of the first contact.
 */
export async function parseContact({
  connection,
  event,
}: Pick<HookInput, 'connection'> & { readonly event: ContactEvent }): Promise<Understood> {
  const detail = ContactDetail.parse(event.detail);
  if (detail.channel !== 'VOICE') return ignore('contact-no-call');
  const state = entryOf(unanswered, detail.eventType);
  if (!state) return ignore('contact-event-unknown');
  const at = plausibleInstant(event.time, new Date(Date.parse(event.time)).toISOString());
  const isOver = state === 'missed';
  const answeredAt = instant(detail.agentInfo?.connectedToAgentTimestamp);
  const endedAt = isOver ? (instant(detail.disconnectTimestamp) ?? at) : undefined;
  const isOut = detail.initiationMethod === 'OUTBOUND';
  const customer = phoneNumber(detail.customerEndpoint?.address ?? detail.tags[numberTag]);
  const system = phoneNumber(detail.systemEndpoint?.address);
  const [from, to] = isOut ? [system, customer] : [customer, system];
  const call: Call = {
    id: detail.initialContactId ?? detail.contactId,
    direction: isOut ? 'out' : 'in',
    state: isOver && answeredAt ? 'ended' : state,
    ...(from && { from }),
    ...(to && { to }),
    startedAt: instant(detail.initiationTimestamp) ?? at,
    ...(answeredAt && { answeredAt }),
    ...(endedAt && { endedAt }),
    ...(answeredAt && endedAt && { seconds: secondsBetween(answeredAt, endedAt) }),
  };
  const inbound = callInbound({ connection, call, number: customer });
  return { incoming: [{ inbound, files: [] }], ignored: [] };
}

/** Contact tag by which a flow hands on the caller's number (docs/channels/phone.md). */
const numberTag = 'customer-number';

const instant = (text: string | undefined): string | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
