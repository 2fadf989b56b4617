import type { ClockState } from '../../../schemas/clock.ts';
import { activePeak, ofTopic } from '../peaks/active-peak.ts';
import { advance } from '../promises/advance.ts';
import { startClocks } from '../promises/clocks.ts';
import { isoOf } from '../promises/instance-of.ts';
import { pinUse, selectPromise } from '../promises/select-promise.ts';
import { tick } from '../promises/tick.ts';
import { clockFields } from '../tickets/clocked.ts';
import type { Arrival } from './arrivals.ts';
import type { Stage } from './stage.ts';

/** What a new ticket gets of the desk's own rules: priority, promise, clocks. */
export const promised = (stage: Stage, arrival: Arrival) => {
  const at = isoOf(arrival.at);
  const peak = activePeak(stage.peaks, at);
  const priority = ofTopic(peak?.priorities, arrival.topic) ?? arrival.priority;
  const promise = selectPromise(stage.promises, {
    topic: arrival.topic,
    channel: arrival.channel,
    tier: arrival.tier,
    line: stage.lineOf.get(arrival.topic),
  });
  const profile = peak?.usesPeakPromises ? 'peak' : 'normal';
  const use = promise && pinUse(promise, profile, stage.calendars);
  const clocks = startClocks(
    { kind: 'created', at, openedBy: 'customer', priority, use },
    stage.book,
  );
  return { priority, clocks, dueAt: clockFields(clocks).dueAt };
};

/** How the first reply's promise ended, or that it is broken though nobody has answered. */
export type Outcome = 'met' | 'missed' | 'pending' | 'none';

export const outcomeOfAnswer = (clocks: ClockState, at: number, { book }: Stage): Outcome => {
  const reply = { kind: 'human-reply', at: isoOf(at), messageId: 'answer' } as const;
  const step = advance(clocks, reply, book);
  const ended = step === 'refold' ? undefined : step.ended.find((c) => c.kind === 'first-reply');
  return ended === undefined ? 'none' : ended.state === 'met' ? 'met' : 'missed';
};

/** Of a ticket that nobody has answered until then. */
export const outcomeOfSilence = (clocks: ClockState, at: number): Outcome => {
  const { running } = tick(clocks, isoOf(at)).state;
  const clock = running.find(({ kind }) => kind === 'first-reply');
  return clock === undefined ? 'none' : clock.breached ? 'missed' : 'pending';
};
