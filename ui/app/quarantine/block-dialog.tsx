import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { say } from '../../parts/toast.tsx';
import { block } from '../../state/quarantine.ts';
import { texts } from '../../texts/texts.ts';

type Props = { address: string; onClose: () => void };

/** Asks how wide the block is, and why: the list shows both to colleagues. */
export const BlockDialog = ({ address, onClose }: Props) => {
  const words = texts.value.mail.blocking;
  const domain = address.slice(address.lastIndexOf('@'));
  const pattern = useSignal(address);
  const problem = useSignal('');
  const submit = async (form: HTMLFormElement) => {
    const reason = String(new FormData(form).get('reason') ?? '');
    try {
      await block(pattern.value, reason);
      say(words.blocked(pattern.value));
      onClose();
    } catch (error) {
      problem.value = sentenceOf(error);
    }
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {[
          [address, words.address],
          [domain, words.domain],
        ].map(([value = '', label]) => (
          <label key={value} class="switch block-choice">
            <input
              type="radio"
              name="pattern"
              checked={pattern.value === value}
              onChange={() => (pattern.value = value)}
            />
            <span>
              {label} <span class="hint">{value}</span>
            </span>
          </label>
        ))}
        <label class="field">
          {words.reason}
          <input name="reason" maxLength={300} autocomplete="off" />
          <span class="hint">{words.reasonHint}</span>
        </label>
        <p class="hint">{words.hint}</p>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class="primary">
          {words.confirm}
        </button>
      </form>
    </Dialog>
  );
};
