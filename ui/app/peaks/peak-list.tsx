import type { Peak } from '../../../schemas/peak.ts';
import { say } from '../../parts/toast.tsx';
import { now } from '../../state/desk.ts';
import { Faults } from '../settings/faults.tsx';
import { replaced } from '../settings/moved.ts';
import { changesText, factorsText, spanOf } from './in-words.ts';
import { PeakEditor } from './peak-editor.tsx';
import { stateOf } from './peaks.ts';
import { mayEdit, peaksEditor } from './peaks-state.ts';
import { words } from './words.ts';

const { draft, edit } = peaksEditor;

type Props = {
  peaks: readonly Peak[];
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
};

const remove = (peak: Peak, index: number) => {
  edit(draft.value?.toSpliced(index, 1) ?? [], true);
  say(words.value.removed(peak.name), () =>
    edit(draft.value?.toSpliced(index, 0, peak) ?? [], true),
  );
};

/** What is planned, by its beginning; what is over, folded below. */
export const PeakList = ({ peaks, opened, onOpen }: Props) => {
  const { value } = words;
  const all = peaks
    .map((peak, index) => ({ peak, index, state: stateOf(peak, now.value) }))
    // The one that is being edited stays where it is while its dates change.
    .toSorted((one, other) => one.peak.from.localeCompare(other.peak.from));
  const coming = all.filter(({ peak, state }) => state !== 'over' || peak.id === opened);
  const over = all.filter((one) => !coming.includes(one)).toReversed();
  const row = ({ peak, index }: (typeof all)[number]) => (
    <PeakRow
      key={peak.id}
      peak={peak}
      index={index}
      isOpen={opened === peak.id}
      onOpen={(isOpen) => onOpen(isOpen ? peak.id : undefined)}
    />
  );
  return (
    <section aria-labelledby="peaks-planned">
      <h2 id="peaks-planned">{value.planned}</h2>
      {coming.length === 0 ? (
        <p class="empty">{value.none}</p>
      ) : (
        <ol class="rules">{coming.map(row)}</ol>
      )}
      {over.length > 0 && (
        <details class="peaks-past">
          <summary>{value.past(over.length)}</summary>
          <ol class="rules">{over.map(row)}</ol>
        </details>
      )}
    </section>
  );
};

type RowProps = {
  peak: Peak;
  index: number;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

const PeakRow = ({ peak, index, isOpen, onOpen }: RowProps) => {
  const { value } = words;
  const state = stateOf(peak, now.value);
  return (
    <li class={state === 'over' ? 'rule off' : 'rule'}>
      <div class="rule-head">
        <div class="rule-what">
          <h3>
            {peak.name}{' '}
            <span class={state === 'now' ? 'tag warn' : 'tag'}>{value.states[state]}</span>{' '}
            {peak.kind === 'declared' && <span class="tag">{value.kinds.declared}</span>}
          </h3>
          {!isOpen && (
            <>
              <p>{spanOf(peak, now.value)}</p>
              <p class="hint">
                {[factorsText(peak.factors), changesText(peak)].filter(Boolean).join(' · ')}
              </p>
            </>
          )}
          <Faults of={peaksEditor.faults.value} at={`${index}`} isDeep={!isOpen} />
        </div>
        <div class="rule-buttons">
          {mayEdit() && (
            <button
              type="button"
              class="quiet"
              aria-label={`${value.remove}: ${peak.name}`}
              onClick={() => remove(peak, index)}
            >
              ×
            </button>
          )}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? undefined : value.edit(peak.name)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? value.done : value.editShort}
          </button>
        </div>
      </div>
      {isOpen && (
        <PeakEditor
          peak={peak}
          at={`${index}`}
          onChange={(next) => edit(replaced(draft.value ?? [], index, next))}
        />
      )}
    </li>
  );
};
