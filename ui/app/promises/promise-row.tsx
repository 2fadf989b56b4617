import { useRef } from 'preact/hooks';
import type { ServicePromise } from '../../../schemas/promise.ts';
import { texts } from '../../texts/texts.ts';
import { lineOptions, topicOptions } from '../routing/in-words.ts';
import { Faults } from '../settings/faults.tsx';
import { PromiseEditor } from './promise-editor.tsx';
import { clockKinds, spanOf } from './promises.ts';
import { mayEdit, promisesEditor } from './promises-state.ts';
import { words } from './words.ts';

type Props = {
  promise: ServicePromise;
  index: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (promise: ServicePromise) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One promise: for whom, what, and its fields when it is opened. */
export const PromiseRow = (props: Props) => {
  const { promise, index, isOpen, onOpen, onChange, onMove, onRemove } = props;
  const { value } = words;
  const row = useRef<HTMLLIElement>(null);
  /** A moved row loses the focus on its way; it gets it back where it arrives. */
  const move = (by: -1 | 1) => {
    const focused = document.activeElement;
    onMove(by);
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && row.current?.contains(focused)) focused.focus();
    });
  };
  const button = (text: string, label: string, press: () => void) => (
    <button type="button" class="quiet" aria-label={label} onClick={press}>
      {text}
    </button>
  );
  return (
    <li
      ref={row}
      class="rule"
      onKeyDown={(event) => {
        const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
        if (!event.altKey || by === undefined || !mayEdit()) return;
        event.preventDefault();
        move(by);
      }}
    >
      <div class="rule-head">
        <span class="rule-number" aria-hidden="true">
          {index + 1}
        </span>
        <div class="rule-what">
          <h2>{promise.name}</h2>
          {!isOpen && <Summary promise={promise} />}
          {!isOpen && <Faults of={promisesEditor.faults.value} at={String(index)} isDeep />}
        </div>
        <div class="rule-buttons">
          {mayEdit() && (
            <>
              {button('↑', value.up(promise.name), () => move(-1))}
              {button('↓', value.down(promise.name), () => move(1))}
              {button('×', `${value.remove}: ${promise.name}`, onRemove)}
            </>
          )}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? undefined : value.edit(promise.name)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? value.done : value.editShort}
          </button>
        </div>
      </div>
      {isOpen && <PromiseEditor promise={promise} index={index} onChange={onChange} />}
    </li>
  );
};

const Summary = ({ promise: { conditions, normal } }: { promise: ServicePromise }) => {
  const { value } = words;
  const named = (ids: readonly string[] = [], options: ReturnType<typeof topicOptions> = []) =>
    ids.map((id) => options.find(([option]) => option === id)?.[1] ?? id);
  const whom = [
    ...named(conditions.topics, topicOptions()),
    ...named(conditions.tiers),
    ...(conditions.channels ?? []).map((channel) => texts.value.channel[channel]),
    ...named(conditions.languages),
    ...named(conditions.lines, lineOptions()),
  ];
  const clocks = clockKinds.flatMap((kind) => {
    const clock = normal[kind];
    if (!clock) return [];
    const { hours, minutes } = spanOf(clock.targetSeconds.normal);
    const span = [hours && `${hours} ${value.h}`, minutes && `${minutes} ${value.min}`];
    return [`${value.clocks[kind]}: ${span.filter(Boolean).join(' ')}`];
  });
  return (
    <>
      <p class="hint">{whom.join(', ') || value.everybody}</p>
      <p class="promise-clocks">{clocks.join(' · ')}</p>
    </>
  );
};
