import type { Customer } from '../../../schemas/customer.ts';
import { TierTag } from '../../parts/tier-tag.tsx';
import { card, setStanding } from '../../state/customer.ts';
import { can, colleagueNames, desk } from '../../state/desk.ts';
import { tierName } from '../../state/tier-name.ts';
import { texts } from '../../texts/texts.ts';

type Props = { customerId: string; customer: Customer | undefined };

/** The customer's standing and personal manager; leads choose them here, others read them. */
export const Standing = ({ customerId, customer }: Props) => {
  const words = texts.value.lines;
  const known = card.value?.of === customerId ? card.value.customer : undefined;
  if (can('customers.manage') && known) return <StandingFields customer={known} />;
  const { tier, managerId } = customer ?? {};
  if (!managerId && (!tier || tier === 'standard')) return null;
  return (
    <p>
      <TierTag tier={tier} />{' '}
      {managerId && <span>{words.managerIs(colleagueNames.value.get(managerId) ?? '…')}</span>}
    </p>
  );
};

const StandingFields = ({ customer }: { customer: Customer }) => {
  const words = texts.value.lines;
  const tier = customer.tier ?? 'standard';
  const manager = customer.managerId ?? '';
  const tiers = [...new Set(['standard', ...(desk.value?.tiers.map(({ id }) => id) ?? []), tier])];
  const people = (desk.value?.colleagues ?? []).filter(
    ({ id, active }) => active || id === manager,
  );
  return (
    <div class="standing" role="group" aria-label={words.standing}>
      <label class="field">
        {words.tier}
        <select
          value={tier}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void setStanding(customer, { tier: chosen === 'standard' ? null : chosen });
          }}
        >
          {tiers.map((id) => (
            <option key={id} value={id}>
              {tierName(id)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {words.manager}
        <select
          value={manager}
          onChange={(event) =>
            void setStanding(customer, { managerId: event.currentTarget.value || null })
          }
        >
          <option value="">{words.noManager}</option>
          {manager && !people.some(({ id }) => id === manager) && (
            <option value={manager}>…</option>
          )}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};
