import type { Call } from '../../../../schemas/timeline.ts';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { durationText } from '../../../parts/time.ts';
import { texts } from '../../../texts/texts.ts';

const iconOf = ({ state, direction }: Call): IconName =>
  state === 'missed' || state === 'failed'
    ? 'missed'
    : state === 'voicemail'
      ? 'voicemail'
      : direction;

const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** How long they spoke; of a call that nobody answered, how long it rang. */
const lengthOf = (call: Call): string => {
  const words = texts.value.said.call;
  const { seconds, answeredAt, endedAt, startedAt } = call;
  if (call.state === 'ended' && (seconds ?? answeredAt) !== undefined)
    return words.lasted(
      durationText(seconds ?? secondsBetween(answeredAt ?? startedAt, endedAt ?? startedAt)),
    );
  return call.state === 'missed' && endedAt
    ? words.waited(durationText(secondsBetween(startedAt, endedAt)))
    : '';
};

const isUnheard = ({ direction, state }: Call) =>
  direction === 'in' && (state === 'missed' || state === 'voicemail');

/** A telephone call: which way, how it went, with whom, and what to do when nobody answered. */
export const CallLine = ({ call }: { call: Call }) => {
  const words = texts.value.said.call;
  const number = call.direction === 'in' ? call.from : call.to;
  const facts = [
    words.state[call.state],
    number ?? words.withheld,
    call.agentName && words.withAgent(call.agentName),
    lengthOf(call),
  ].filter(Boolean);
  return (
    <div class="call">
      <p>
        <Icon name="phone" /> <b>{words.title[call.direction]}</b>{' '}
        <span class={call.state === 'missed' || call.state === 'failed' ? 'tag bad' : 'tag'}>
          <Icon name={iconOf(call)} /> {facts[0]}
        </span>{' '}
        <span class="hint">{facts.slice(1).join(' · ')}</span>
      </p>
      {isUnheard(call) && <CallBack number={number} />}
      {call.transcript && (
        <details open>
          <summary class="hint">{words.transcript}</summary>
          <p class="said">{call.transcript}</p>
        </details>
      )}
    </div>
  );
};

const CallBack = ({ number }: { number: string | undefined }) => {
  const words = texts.value.said.call;
  if (!number) return <p class="notice">{words.cannotCallBack}</p>;
  const [before = '', after = ''] = words.callBack('\n').split('\n');
  return (
    <p class="notice">
      {before}
      <a href={`tel:${number}`}>{number}</a>
      {after}
    </p>
  );
};
