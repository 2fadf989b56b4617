import type { ConnectionOf } from '../../../../schemas/connection.ts';
import type { Understood } from '../../channel.ts';
import { type HookInput, jsonOf } from '../../hook-delivery.ts';
import { plainText } from '../../plain-text.ts';
import { plausibleInstant } from '../../plausible-instant.ts';
import { callInbound } from '../call-inbound.ts';
import { phoneNumber } from '../phone-number.ts';
import { CallEvent } from './call-event.ts';

/** A `call.updated` is its call's newest state; other events are counted only. */
export async function parseLog(input: HookInput<ConnectionOf<'phone'>>): Promise<Understood> {
  const { connection, receivedAt } = input;
  const event = CallEvent.parse(jsonOf(input.body));
  if (!('id' in event)) return { incoming: [], ignored: ['phone.event-unknown'] };
  const instant = (time: string) => plausibleInstant(time, receivedAt);
  const from = phoneNumber(event.from);
  const to = phoneNumber(event.to);
  const { id, direction, state, seconds, agentName, answeredAt, endedAt } = event;
  const transcript = plainText(event.transcript ?? '');
  const call = {
    id,
    direction,
    state,
    from,
    to,
    startedAt: instant(event.startedAt),
    ...(answeredAt && { answeredAt: instant(answeredAt) }),
    ...(endedAt && { endedAt: instant(endedAt) }),
    ...(seconds !== undefined && { seconds }),
    ...(agentName && { agentName }),
    ...(transcript && { transcript }),
  };
  const number = direction === 'in' ? from : to;
  const inbound = callInbound({ connection, call, number, name: event.callerName });
  const { recordingUrl: ref } = event;
  const name = `${state === 'voicemail' ? 'voicemail' : 'recording'}.mp3`;
  const files = ref ? [{ name, type: 'audio/mpeg', kind: 'regular' as const, ref }] : [];
  return { incoming: [{ inbound, files }], ignored: [] };
}
