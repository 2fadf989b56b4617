import { useSignal } from '@preact/signals';
import type { Customer } from '../../../schemas/customer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { texts } from '../../texts/texts.ts';
import { Identities } from './identities.tsx';

type Props = {
  what: 'merge' | 'part';
  other: Customer;
  onSure: (other: Customer) => Promise<void>;
  onClose: () => void;
};

/** Asks before two people become one, or one becomes two; shows by what the other is known. */
export const PersonDialog = ({ what, other, onSure, onClose }: Props) => {
  const words = texts.value.customers;
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const sure = async () => {
    isBusy.value = true;
    problem.value = '';
    await onSure(other).then(onClose, (error: unknown) => {
      problem.value = sentenceOf(error);
    });
    isBusy.value = false;
  };
  const isMerge = what === 'merge';
  return (
    <Dialog
      title={isMerge ? words.mergeTitle(other.name) : words.partTitle(other.name)}
      onClose={onClose}
    >
      <Identities identities={other.identities} of={other.name} />
      <p class="hint">{isMerge ? words.mergeHint : words.partHint}</p>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <div class="dialog-end">
        <button type="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" class="primary" disabled={isBusy.value} onClick={() => void sure()}>
          {isMerge ? words.mergeWith : words.part.replace('…', '')}
        </button>
      </div>
    </Dialog>
  );
};
