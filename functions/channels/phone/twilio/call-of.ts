import type { Call } from '../../../../schemas/timeline.ts';
import { entryOf } from '../../entry-of.ts';
import type { HookInput } from '../../hook-delivery.ts';
import { plausibleInstant } from '../../plausible-instant.ts';
import { fieldOf, secondsOf, sidOf, type TwilioForm } from '../../twilio/form.ts';

/** Of the caller's own leg. `in-progress` says that our document speaks, not that anybody listens. */
const states: Readonly<Record<string, Call['state']>> = {
  queued: 'ringing',
  initiated: 'ringing',
  ringing: 'ringing',
  'in-progress': 'ringing',
  completed: 'ended',
  busy: 'missed',
  'no-answer': 'missed',
  canceled: 'missed',
  failed: 'failed',
};

/** A call by its caller's leg, or one of ours by the called one's; undefined for a status that is new to us. */
export function callOf(
  form: TwilioForm,
  { receivedAt }: Pick<HookInput, 'receivedAt'>,
): Call | undefined {
  const status = fieldOf(form, 'CallStatus');
  const state = entryOf(states, status);
  if (!state) return undefined;
  const direction = fieldOf(form, 'Direction').startsWith('outbound') ? 'out' : 'in';
  const at = plausibleInstant(fieldOf(form, 'Timestamp') || receivedAt, receivedAt);
  const seconds = secondsOf(form, 'CallDuration');
  const began = before(at, seconds);
  const isOver = state !== 'ringing';
  const isTalk = direction === 'out' && (status === 'in-progress' || seconds > 0);
  return {
    id: sidOf(form, 'CallSid'),
    direction,
    state: isTalk && !isOver ? 'talking' : state,
    startedAt: isOver ? began : at,
    // On a caller's leg Twilio counts our greeting, too: that is no talk.
    ...(isTalk && { answeredAt: began, seconds }),
    ...(isOver && { endedAt: at }),
  };
}

/** Twilio counts from when the call was taken, and tells when it ended. */
export const before = (at: string, seconds: number): string =>
  new Date(Date.parse(at) - seconds * 1000).toISOString();
