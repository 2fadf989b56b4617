import { useSignal } from '@preact/signals';
import type { Peak } from '../../../schemas/peak.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { complain, say } from '../../parts/toast.tsx';
import { now } from '../../state/desk.ts';
import { DeclareDialog } from './declare-dialog.tsx';
import { changesText, factorsText, zonedText } from './in-words.ts';
import { end, mayEdit, onNow } from './peaks-state.ts';
import { words } from './words.ts';

/** What is on now with "end it", and the way to declare what nobody planned. */
export const NowCard = ({ peaks }: { peaks: readonly Peak[] }) => {
  const { value } = words;
  const isDeclaring = useSignal(false);
  const ending = useSignal<Peak | undefined>(undefined);
  const on = onNow.value.flatMap((id) => peaks.find((peak) => peak.id === id) ?? []);
  return (
    <section class="peak-card" aria-labelledby="peaks-now">
      <header class="peak-card-head">
        <h2 id="peaks-now">{value.onNow}</h2>
        {mayEdit() && (
          <button type="button" onClick={() => (isDeclaring.value = true)}>
            {value.declare}
          </button>
        )}
      </header>
      {on.length === 0 && <p class="hint">{value.nothingNow}</p>}
      <ul>
        {on.map((peak) => (
          <li key={peak.id} class="peak-line-item">
            <span class="peak-what">
              <b>{peak.name}</b>{' '}
              <span class="tag warn">{value.untilMoment(zonedText(peak.to, now.value))}</span>
              <span class="hint">
                {[factorsText(peak.factors), changesText(peak)].filter(Boolean).join(' · ')}
              </span>
            </span>
            {mayEdit() && (
              <button
                type="button"
                aria-label={`${value.end}: ${peak.name}`}
                onClick={() => (ending.value = peak)}
              >
                {value.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isDeclaring.value && <DeclareDialog onClose={() => (isDeclaring.value = false)} />}
      {ending.value && <EndDialog peak={ending.value} onClose={() => (ending.value = undefined)} />}
    </section>
  );
};

const EndDialog = ({ peak, onClose }: { peak: Peak; onClose: () => void }) => {
  const { value } = words;
  const sure = async () => {
    onClose();
    try {
      await end(peak.id);
      say(value.ended(peak.name));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Dialog title={value.endTitle(peak.name)} onClose={onClose}>
      <p>{value.endHint}</p>
      <div class="dialog-end">
        <button type="button" onClick={onClose}>
          {value.cancel}
        </button>
        <button type="button" class="primary" onClick={() => void sure()}>
          {value.end}
        </button>
      </div>
    </Dialog>
  );
};
