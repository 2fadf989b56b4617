import type { ServicePromise } from '../../../schemas/promise.ts';
import { Faults } from '../settings/faults.tsx';
import { Choices, SelectField } from '../settings/fields.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import {
  channelOptions,
  languageOptions,
  lineOptions,
  tiersWith,
  topicOptions,
} from '../settings/options.ts';
import { ProfileFields } from './profile-fields.tsx';
import { withCondition } from './promises.ts';
import { promisesEditor } from './promises-state.ts';
import { WarnFields } from './warn-fields.tsx';
import { words } from './words.ts';

type Props = {
  promise: ServicePromise;
  /** The promise's place in what is saved. */
  at: string;
  onChange: (promise: ServicePromise) => void;
};

/** Everything about one promise, in its place in the list. */
export const PromiseEditor = ({ promise, at, onChange }: Props) => {
  const { value } = words;
  const faults = promisesEditor.faults.value;
  const { normal, peak, options } = promise;
  const setPeak = (isOn: boolean) => {
    const { peak: _, ...others } = promise;
    onChange(isOn ? { ...others, peak: normal } : others);
  };
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{promise.name}</legend>
      <label class="field">
        {value.name}
        <input
          value={promise.name}
          maxLength={120}
          autocomplete="off"
          onInput={(event) => onChange({ ...promise, name: event.currentTarget.value })}
        />
        <Faults of={faults} at={`${at}.name`} />
      </label>
      <Conditions promise={promise} at={at} onChange={onChange} />
      <ProfileFields
        label={value.normal}
        profile={normal}
        onChange={(next) => onChange({ ...promise, normal: next })}
      />
      <Faults of={faults} at={`${at}.normal`} isDeep />
      <label class="switch">
        <input
          type="checkbox"
          checked={peak !== undefined}
          onChange={(event) => setPeak(event.currentTarget.checked)}
        />
        {value.hasPeak}
      </label>
      {peak && (
        <ProfileFields
          label={value.peak}
          profile={peak}
          onChange={(next) => onChange({ ...promise, peak: next })}
        />
      )}
      <Faults of={faults} at={`${at}.peak`} isDeep />
      <WarnFields warn={promise.warn} onChange={(warn) => onChange({ ...promise, warn })} />
      <Faults of={faults} at={`${at}.warn`} isDeep />
      <div class="rule-fields">
        <SelectField
          label={value.agentOpened}
          value={options.agentOpened}
          options={Object.entries(value.agentOpeneds) as [typeof options.agentOpened, string][]}
          onChange={(agentOpened = options.agentOpened) =>
            onChange({ ...promise, options: { ...options, agentOpened } })
          }
        />
        <SelectField
          label={value.thirdParty}
          value={options.thirdParty}
          options={Object.entries(value.thirdParties) as [typeof options.thirdParty, string][]}
          onChange={(thirdParty = options.thirdParty) =>
            onChange({ ...promise, options: { ...options, thirdParty } })
          }
        />
      </div>
    </fieldset>
  );
};

const Conditions = ({ promise, at, onChange }: Props) => {
  const { value } = words;
  const { conditions } = promise;
  const put = (next: ServicePromise['conditions']) => onChange({ ...promise, conditions: next });
  return (
    <fieldset class="condition-group">
      <legend>{value.conditions}</legend>
      <p class="hint">{value.conditionsHint}</p>
      <Choices
        label={value.topics}
        options={topicOptions()}
        value={conditions.topics ?? []}
        onChange={(topics) => put(withCondition(conditions, 'topics', topics))}
      />
      <Choices
        label={value.channels}
        options={channelOptions()}
        value={conditions.channels ?? []}
        onChange={(channels) => put(withCondition(conditions, 'channels', channels))}
      />
      <Choices
        label={value.languages}
        options={languageOptions()}
        value={conditions.languages ?? []}
        onChange={(languages) => put(withCondition(conditions, 'languages', languages))}
      />
      <Choices
        label={value.lines}
        options={lineOptions()}
        value={conditions.lines ?? []}
        onChange={(lines) => put(withCondition(conditions, 'lines', lines))}
      />
      <Choices
        label={value.tiers}
        options={tiersWith(conditions.tiers)}
        value={conditions.tiers ?? []}
        onChange={(tiers) => put(withCondition(conditions, 'tiers', tiers))}
      />
      <Faults of={promisesEditor.faults.value} at={`${at}.conditions`} isDeep />
    </fieldset>
  );
};
