import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Call, Message } from '../../../schemas/timeline.ts';
import { later } from '../tickets/changed.ts';
import { actionTo, callStates } from './states.ts';

/**
 * What a call means for the promise. `pending`: it is not over. `unanswered`: the caller wants to be called back.
 * `answered`: somebody of ours spoke with them. `nothing`: we called and reached nobody.
 */
export type CallOutcome = 'pending' | 'unanswered' | 'answered' | 'nothing';

const isSpoken = ({ answeredAt, agentName }: Call) =>
  answeredAt !== undefined || agentName !== undefined;

const pending: ReadonlySet<Call['state']> = new Set(['ringing', 'queued', 'talking']);

export const outcomeOf = (call: Call): CallOutcome => {
  if (pending.has(call.state)) return 'pending';
  if (call.state === 'ended' && isSpoken(call)) return 'answered';
  return call.direction === 'out' ? 'nothing' : 'unanswered';
};

/**
 * A call as clocks see it once it is over: the caller's question when the call began, our answer when we picked up
 * (sla.md 5: a call noted as talked counts as replied). While it lasts it says nothing yet.
 */
export const clockEventsOfCall = (
  message: Pick<Message, 'id' | 'occurredAt'> & { readonly call: Call },
): ClockEvent[] => {
  const { call, occurredAt: at, id: messageId } = message;
  const asked: ClockEvent = { kind: 'customer-message', at };
  const replied: ClockEvent = {
    kind: 'human-reply',
    at: later(call.answeredAt ?? call.endedAt ?? at, at),
    messageId,
  };
  const outcome = outcomeOf(call);
  if (outcome === 'unanswered') return [asked];
  if (outcome !== 'answered') return [];
  return call.direction === 'in' ? [asked, replied] : [replied];
};

/**
 * The call with what a further event tells: a state that the table allows, and facts nobody knew. Undefined when it
 * tells nothing new. A call that was answered does not become a voicemail.
 */
export const withNews = (before: Call, news: Call): Call | undefined => {
  const action = actionTo[news.state];
  const isOver = outcomeOf(before) === 'answered';
  const next = action && !isOver ? callStates[before.state][action] : undefined;
  const known = Object.fromEntries(
    Object.entries(next ? { ...before, ...given(news) } : { ...given(news), ...given(before) }),
  ) as Call;
  const after: Call = {
    ...known,
    id: before.id,
    direction: before.direction,
    startedAt: before.startedAt,
    state: next ?? before.state,
  };
  return sameFacts(before, after) ? undefined : after;
};

/** Without what is undefined, which would wipe out what is known. */
const given = (call: Call) =>
  Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined));

const sameFacts = (a: Call, b: Call) => {
  const [one, other] = [given(a), given(b)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};
