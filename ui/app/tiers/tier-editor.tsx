import type { TierPolicy } from '../../../schemas/tier.ts';
import { texts } from '../../texts/texts.ts';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { listWords } from '../settings/list-words.ts';
import { mayEdit } from '../settings/may-edit.ts';
import { entriesOf } from '../settings/options.ts';
import { LocalizedFields, SwitchField } from '../settings/text-fields.tsx';
import { CaseFields } from './case-fields.tsx';
import { firstCases, managerCases } from './tiers.ts';
import { tiersEditor } from './tiers-state.ts';
import { words } from './words.ts';

type Props = {
  tier: TierPolicy;
  /** The tier's place in what is saved. */
  at: string;
  onChange: (tier: TierPolicy) => void;
};

/** One standing: what it is called, how pressing it is, and its personal managers. */
export const TierEditor = ({ tier, at, onChange }: Props) => {
  const { value } = words;
  const faults = tiersEditor.faults.value;
  const { manager } = tier;
  const setManager = (isOn: boolean) => {
    const { manager: _, ...others } = tier;
    onChange(isOn ? { ...others, manager: firstCases } : others);
  };
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{tier.name.en}</legend>
      <div class="rule-fields">
        <LocalizedFields
          value={tier.name}
          onChange={(name) => onChange({ ...tier, name })}
          at={`${at}.name`}
          faults={faults}
        />
      </div>
      <div class="rule-fields">
        <label class="field">
          {listWords.value.id}
          <input
            class="mono"
            value={tier.id}
            maxLength={40}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => onChange({ ...tier, id: event.currentTarget.value.trim() })}
          />
          <span class="hint">{value.idHint}</span>
          <Faults of={faults} at={`${at}.id`} />
        </label>
        <SelectField
          label={value.priority}
          value={tier.priority ?? ''}
          none={value.asIs}
          options={entriesOf(texts.value.priority)}
          onChange={(priority) => {
            const { priority: _, ...others } = tier;
            onChange(priority ? { ...others, priority } : others);
          }}
        />
      </div>
      <SwitchField
        label={value.hasManager}
        hint={value.hasManagerHint}
        isOn={manager !== undefined}
        onChange={setManager}
      />
      {manager &&
        managerCases.map((one) => (
          <CaseFields
            key={one}
            label={value.cases[one]}
            fallback={manager[one]}
            at={`${at}.manager.${one}`}
            onChange={(next) => onChange({ ...tier, manager: { ...manager, [one]: next } })}
          />
        ))}
    </fieldset>
  );
};
