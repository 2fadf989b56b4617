import { useSignal } from '@preact/signals';
import type { CustomerSuggestion } from '../../../schemas/api/customers.ts';
import type { Customer } from '../../../schemas/customer.ts';
import { card, merge, part } from '../../state/customer.ts';
import { can } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { FindByTicket } from './find-by-ticket.tsx';
import { PersonDialog } from './person-dialog.tsx';

type Asked = { what: 'merge' | 'part'; other: Customer };

/** Who this person also is, who they may be, and how to say so or take it back. */
export const SamePerson = ({ customerId }: { customerId: string }) => {
  const words = texts.value.customers;
  const asked = useSignal<Asked | undefined>(undefined);
  const isFinding = useSignal(false);
  const shown = card.value?.of === customerId ? card.value : undefined;
  if (!shown) return null;
  const mayMerge = can('customers.merge');
  const ask = (what: Asked['what'], other: Customer) => {
    isFinding.value = false;
    asked.value = { what, other };
  };
  return (
    <>
      {shown.merged.length > 0 && (
        <Merged
          merged={shown.merged}
          onPart={mayMerge ? (other) => ask('part', other) : undefined}
        />
      )}
      {shown.suggestions.length > 0 && (
        <Suggestions
          suggestions={shown.suggestions}
          onMerge={mayMerge ? (other) => ask('merge', other) : undefined}
        />
      )}
      {mayMerge && (
        <p>
          <button type="button" class="link" onClick={() => (isFinding.value = true)}>
            {words.byTicket}
          </button>
        </p>
      )}
      {isFinding.value && (
        <FindByTicket
          known={[shown.customer, ...shown.merged]}
          onFound={(other) => ask('merge', other)}
          onClose={() => (isFinding.value = false)}
        />
      )}
      {asked.value && (
        <PersonDialog
          {...asked.value}
          onSure={(other) => (asked.value?.what === 'part' ? part : merge)(customerId, other)}
          onClose={() => (asked.value = undefined)}
        />
      )}
    </>
  );
};

type MergedProps = {
  merged: readonly Customer[];
  onPart: ((other: Customer) => void) | undefined;
};

const Merged = ({ merged, onPart }: MergedProps) => {
  const words = texts.value.customers;
  return (
    <>
      <h3>{words.merged}</h3>
      <ul>
        {merged.map((other) => (
          <li key={other.id} class="same-person">
            <span>{other.name}</span>
            {onPart && (
              <button
                type="button"
                class="link"
                aria-label={`${words.part} ${other.name}`}
                onClick={() => onPart(other)}
              >
                {words.part}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

type SuggestionProps = {
  suggestions: readonly CustomerSuggestion[];
  onMerge: ((other: Customer) => void) | undefined;
};

const Suggestions = ({ suggestions, onMerge }: SuggestionProps) => {
  const words = texts.value.customers;
  return (
    <>
      <h3>{words.maybeSame}</h3>
      <ul>
        {suggestions.map(({ customer, reason, value, isSameName }) => (
          <li key={customer.id} class="same-person">
            <span>
              {customer.name} {isSameName && <span class="tag">{words.sameName}</span>}
            </span>
            <span class="hint">{words.reason[reason](value)}</span>
            {onMerge && (
              <button
                type="button"
                class="link"
                aria-label={`${words.merge} ${customer.name}`}
                onClick={() => onMerge(customer)}
              >
                {words.merge}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
