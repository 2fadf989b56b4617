import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { words } from './words.ts';

type Props = {
  kind: 'phone' | 'chat';
  name: string;
  onSend: (address: string) => Promise<void>;
  onClose: () => void;
};

/** Where a test goes on a channel that does not know the agent's mail address. */
export const TestDialog = ({ kind, name, onSend, onClose }: Props) => {
  const all = words.value;
  const problem = useSignal('');
  const isSending = useSignal(false);
  const send = async (form: HTMLFormElement) => {
    const address = new FormData(form).get('address');
    if (typeof address !== 'string') return;
    isSending.value = true;
    problem.value = '';
    await onSend(address.trim()).catch((error: unknown) => {
      problem.value = sentenceOf(error);
    });
    isSending.value = false;
  };
  return (
    <Dialog title={`${all.testTitle}: ${name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <p class="hint">{all.testHint}</p>
        <label class="field">
          {all.testAddress[kind]}
          {kind === 'phone' ? (
            <input name="address" required maxLength={40} type="tel" autocomplete="tel" />
          ) : (
            <input name="address" required maxLength={320} autocomplete="off" />
          )}
        </label>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class="primary" disabled={isSending.value}>
          {all.send}
        </button>
      </form>
    </Dialog>
  );
};
