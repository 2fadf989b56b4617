import type { Call } from '../../../schemas/timeline.ts';

type CallState = Call['state'];

/** What a provider's event says the call does. */
export type CallAction = 'queue' | 'talk' | 'miss' | 'end' | 'record' | 'fail';

/**
 * A telephone call. Events come late and in any order: a call that is over does not ring again. Only a recording may
 * still come, for it is made after hanging up.
 */
export const callStates: Readonly<
  Record<CallState, Readonly<Partial<Record<CallAction, CallState>>>>
> = {
  ringing: {
    queue: 'queued',
    talk: 'talking',
    miss: 'missed',
    end: 'ended',
    record: 'voicemail',
    fail: 'failed',
  },
  queued: {
    talk: 'talking',
    miss: 'missed',
    end: 'ended',
    record: 'voicemail',
    fail: 'failed',
  },
  talking: { end: 'ended', record: 'voicemail', fail: 'failed' },
  missed: { record: 'voicemail' },
  ended: { record: 'voicemail' },
  failed: { record: 'voicemail' },
  voicemail: {},
};

/** What leads to a state that an event names; nothing leads back to ringing. */
export const actionTo: Readonly<Partial<Record<CallState, CallAction>>> = {
  queued: 'queue',
  talking: 'talk',
  missed: 'miss',
  ended: 'end',
  voicemail: 'record',
  failed: 'fail',
};
