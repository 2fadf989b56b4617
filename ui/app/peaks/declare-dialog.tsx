import { useSignal } from '@preact/signals';
import type { Peak } from '../../../schemas/peak.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogEnd } from '../../parts/dialog-end.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { say } from '../../parts/toast.tsx';
import { declare } from './peaks-state.ts';
import { words } from './words.ts';

const textIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What customers are told; English stands in where Russian is missing, and the other way round. */
const noticeIn = (data: FormData): Peak['notice'] => {
  const [en, ru] = [textIn(data, 'en'), textIn(data, 'ru')];
  if (!en && !ru) return undefined;
  return { en: en || ru, ...(ru && { ru }) };
};

/** A peak from now on, for so many hours. */
export const DeclareDialog = ({ onClose }: { onClose: () => void }) => {
  const { value } = words;
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const send = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const name = textIn(data, 'name');
    const notice = noticeIn(data);
    isBusy.value = true;
    problem.value = '';
    try {
      await declare({
        name,
        hours: Number(textIn(data, 'hours')),
        factors: { '*': Number(textIn(data, 'factor')) },
        ...(notice && { notice }),
      });
      say(value.declared(name));
      onClose();
    } catch (error) {
      problem.value = sentenceOf(error);
    }
    isBusy.value = false;
  };
  return (
    <Dialog title={value.declareTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <p class="hint">{value.declareHint}</p>
        <label class="field">
          {value.name}
          <input name="name" required maxLength={80} autocomplete="off" />
        </label>
        <div class="presence-until">
          <label class="field">
            {value.hours}
            <input name="hours" type="number" required min={1} max={240} defaultValue="4" />
          </label>
          <label class="field">
            {value.factorAll}
            <input
              name="factor"
              type="number"
              required
              min={0.1}
              max={100}
              step={0.1}
              defaultValue="2"
            />
          </label>
        </div>
        <fieldset class="peak-notice">
          <legend>{value.notice}</legend>
          <label class="field">
            {value.inEnglish}
            <textarea name="en" rows={2} maxLength={1000} />
          </label>
          <label class="field">
            {value.inRussian}
            <textarea name="ru" rows={2} maxLength={1000} />
          </label>
        </fieldset>
        <DialogEnd
          problem={problem.value}
          cancel={value.cancel}
          submit={value.declareNow}
          isBusy={isBusy.value}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
};
