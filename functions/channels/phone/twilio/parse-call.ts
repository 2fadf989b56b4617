import type { ConnectionOf } from '../../../../schemas/connection.ts';
import type { Call } from '../../../../schemas/timeline.ts';
import type { IncomingFile, Understood } from '../../channel.ts';
import type { HookInput } from '../../hook-delivery.ts';
import { plainText } from '../../plain-text.ts';
import { plausibleInstant } from '../../plausible-instant.ts';
import { fieldOf, formOf, secondsOf, sidOf, type TwilioForm } from '../../twilio/form.ts';
import { callInbound } from '../call-inbound.ts';
import { phoneNumber } from '../phone-number.ts';
import { agentLeg } from './agent-leg.ts';
import { callOf } from './call-of.ts';

export type CallInput = HookInput<ConnectionOf<'phone'>>;

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`phone.${code}`] });

/** Anything that Twilio tells of a call, as the call's newest state. */
export async function parseCall(input: CallInput): Promise<Understood> {
  const form = formOf(input.body);
  if (sidOf(form, 'CallSid') === '') return ignore('event-unknown');
  if (fieldOf(form, 'TranscriptionSid') !== '') return transcribed(form, input);
  if (fieldOf(form, 'RecordingSid') !== '') return recorded(form, input);
  if (fieldOf(form, 'ParentCallSid') !== '') {
    if (sidOf(form, 'ParentCallSid') === '') return ignore('event-unknown');
    const call = agentLeg(form, input);
    return call ? known(call, form, input) : ignore('agent-leg');
  }
  const call = callOf(form, input);
  return call ? known(call, form, input) : ignore('status-unknown');
}

/** A recording's event names nobody: who called is in the address that we gave for it. */
function known(
  call: Call,
  form: TwilioForm,
  { connection, headers }: CallInput,
  files: readonly IncomingFile[] = [],
): Understood {
  const from = phoneNumber(fieldOf(form, 'From') || headers['from']);
  const to = phoneNumber(fieldOf(form, 'To') || headers['to']);
  const number = call.direction === 'in' ? from : to;
  const name = fieldOf(form, 'CallerName');
  // An agent's leg names the agent's telephone as `To`.
  const ends = fieldOf(form, 'ParentCallSid') === '' ? { from, to } : { from };
  const inbound = callInbound({ connection, call: { ...call, ...ends }, number, name });
  return { incoming: [{ inbound, files }], ignored: [] };
}

function recorded(form: TwilioForm, input: CallInput): Understood {
  const status = fieldOf(form, 'RecordingStatus');
  if (status !== 'completed') return ignore(`recording-${status === 'absent' ? status : 'other'}`);
  // A recording of a conversation is no message to us.
  const isVoicemail = /^(?:RecordVerb)?$/.test(fieldOf(form, 'RecordingSource'));
  const startedAt = plausibleInstant(fieldOf(form, 'RecordingStartTime'), input.receivedAt);
  const call: Call = {
    id: fieldOf(form, 'CallSid'),
    direction: 'in',
    state: isVoicemail ? 'voicemail' : 'ended',
    startedAt,
    seconds: secondsOf(form, 'RecordingDuration'),
  };
  const file = {
    name: isVoicemail ? 'voicemail.mp3' : 'recording.mp3',
    type: 'audio/mpeg',
    kind: 'regular' as const,
    ref: `${fieldOf(form, 'RecordingUrl')}.mp3`,
  };
  return known(call, form, input, [file]);
}

function transcribed(form: TwilioForm, input: CallInput): Understood {
  const transcript = plainText(fieldOf(form, 'TranscriptionText')).slice(0, 20_000);
  if (fieldOf(form, 'TranscriptionStatus') !== 'completed' || transcript === '')
    return ignore('transcription-failed');
  const call: Call = {
    id: fieldOf(form, 'CallSid'),
    direction: 'in',
    state: 'voicemail',
    startedAt: input.receivedAt,
    transcript,
  };
  return known(call, form, input);
}
