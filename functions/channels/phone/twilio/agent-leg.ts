import type { Call } from '../../../../schemas/timeline.ts';
import type { HookInput } from '../../hook-delivery.ts';
import { plausibleInstant } from '../../plausible-instant.ts';
import { fieldOf, secondsOf, sidOf, type TwilioForm } from '../../twilio/form.ts';
import { before } from './call-of.ts';

/**
 * The leg to a colleague's telephone, where the account's own flow dials one (`<Dial>` with a status callback): it
 * alone tells whether somebody spoke with the caller. Undefined when it says nothing of that.
 */
export function agentLeg(
  form: TwilioForm,
  { receivedAt }: Pick<HookInput, 'receivedAt'>,
): Call | undefined {
  const at = plausibleInstant(fieldOf(form, 'Timestamp') || receivedAt, receivedAt);
  const call = { id: sidOf(form, 'ParentCallSid'), direction: 'in' as const };
  const seconds = secondsOf(form, 'CallDuration');
  if (fieldOf(form, 'CallStatus') === 'in-progress')
    return { ...call, state: 'talking', startedAt: at, answeredAt: at };
  if (fieldOf(form, 'CallStatus') !== 'completed' || seconds === 0) return undefined;
  const answeredAt = before(at, seconds);
  return { ...call, state: 'ended', startedAt: answeredAt, answeredAt, endedAt: at, seconds };
}
