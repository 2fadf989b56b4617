import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { call, now } from '../../state/desk.ts';
import { words } from './words.ts';

type Made = { readonly url: string; readonly rows: number };

/** `2026-11-22` on this person's clock. */
const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const daysShown = 30;

/** Asks for the time, has the file made, and gives the link to it. */
export const ExportDialog = ({ onClose }: { onClose: () => void }) => {
  const { value } = words;
  const today = new Date(now.value);
  const from = useSignal(dayOf(new Date(now.value - daysShown * 86_400_000)));
  const to = useSignal(dayOf(today));
  const isMaking = useSignal(false);
  const made = useSignal<Made | undefined>(undefined);
  const problem = useSignal('');
  const choose = (day: typeof from) => (event: { currentTarget: HTMLInputElement }) => {
    day.value = event.currentTarget.value;
    made.value = undefined;
  };
  const make = async () => {
    isMaking.value = true;
    problem.value = '';
    try {
      made.value = await call('exportAudit', {
        body: {
          from: new Date(`${from.value}T00:00:00.000`).toISOString(),
          to: new Date(`${to.value}T23:59:59.999`).toISOString(),
        },
      });
    } catch (error) {
      problem.value = sentenceOf(error);
    }
    isMaking.value = false;
  };
  return (
    <Dialog title={value.exportTitle} onClose={onClose}>
      <form
        class="audit-export"
        aria-busy={isMaking.value}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p class="hint">{value.exportHint}</p>
        <label class="field">
          {value.exportFrom}
          <input type="date" required value={from.value} max={to.value} onChange={choose(from)} />
        </label>
        <label class="field">
          {value.exportTo}
          <input type="date" required value={to.value} min={from.value} onChange={choose(to)} />
        </label>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class={made.value ? '' : 'primary'} disabled={isMaking.value}>
          {isMaking.value ? value.making : value.make}
        </button>
        <p role="status">
          {made.value && (
            <>
              <a class="primary" href={made.value.url} download>
                {value.download(made.value.rows)}
              </a>{' '}
              <span class="hint">{value.linkHint}</span>
            </>
          )}
        </p>
      </form>
    </Dialog>
  );
};
