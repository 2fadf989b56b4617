import { useSignal } from '@preact/signals';
import type { Customer } from '../../../schemas/customer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { call } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';

type Props = {
  /** Everyone the person already is. */
  known: readonly Customer[];
  onFound: (other: Customer) => void;
  onClose: () => void;
};

/** Somebody whom no evidence suggests, found by a ticket of theirs. */
export const FindByTicket = ({ known, onFound, onClose }: Props) => {
  const words = texts.value.customers;
  const problem = useSignal('');
  const find = async (number: string) => {
    try {
      const { ticket } = await call('getTicket', {
        params: { ticketId: `tkt_${Number(number)}` },
        query: {},
      });
      const params = { customerId: ticket.customerId };
      const { customer } = await call('getCustomer', { params });
      if (known.some(({ id }) => id === customer.id)) problem.value = words.samePerson;
      else onFound(customer);
    } catch (error) {
      problem.value = sentenceOf(error);
    }
  };
  return (
    <Dialog title={words.byTicket.replace('…', '')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const number = new FormData(event.currentTarget).get('number');
          if (typeof number === 'string') void find(number.replace('#', '').trim());
        }}
      >
        <label class="field">
          {words.ticketNumber}
          <input name="number" required pattern="#?\s*\d{1,12}" inputMode="numeric" />
        </label>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class="primary">
          {words.look}
        </button>
      </form>
    </Dialog>
  );
};
