import { useSignal } from '@preact/signals';
import { ApiProblem } from '../../api/client.ts';
import { complain } from '../../parts/toast.tsx';
import type { Entering } from './entering.ts';
import { Field, fieldProps } from './field.tsx';
import { findTicket } from './find-ticket.ts';
import { words } from './words.ts';

/** A ticket that the letter names: shown before it is saved, so that a wrong digit is seen. */
export const TicketField = ({ entering }: { entering: Entering }) => {
  const { fields, found, put } = entering;
  const all = words.value;
  const isMissing = useSignal(false);
  const { ticketNumber, goesTo } = fields.value;
  const look = async () => {
    isMissing.value = false;
    found.value = undefined;
    if (ticketNumber.trim() === '') return;
    try {
      const ticket = await findTicket(ticketNumber);
      if (fields.value.ticketNumber !== ticketNumber) return;
      found.value = ticket;
      isMissing.value = !ticket;
    } catch (error) {
      isMissing.value = error instanceof ApiProblem && error.problem.status === 404;
      if (!isMissing.value) complain(error);
    }
  };
  const problem = isMissing.value ? all.ticketMissing : undefined;
  return (
    <>
      <Field
        label={all.ticketNumber}
        name="ticketNumber"
        hint={found.value ? undefined : all.ticketHint}
        problem={problem}
        isOptional
      >
        <input
          {...fieldProps('ticketNumber', problem)}
          value={ticketNumber}
          inputMode="numeric"
          autocomplete="off"
          onInput={(event) => {
            found.value = undefined;
            isMissing.value = false;
            put({ ticketNumber: event.currentTarget.value });
          }}
          onChange={() => void look()}
        />
      </Field>
      {found.value && (
        <div class="letter-found" role="status">
          <p>
            {all.found(String(found.value.number), found.value.subject, found.value.customerName)}
          </p>
          {(['ticket', 'person'] as const).map((goes) => (
            <label key={goes} class="switch">
              <input
                type="radio"
                name="goesTo"
                checked={goesTo === goes}
                onChange={() => put({ goesTo: goes })}
              />
              {goes === 'ticket' ? all.intoTicket : all.newOfPerson}
            </label>
          ))}
        </div>
      )}
    </>
  );
};
