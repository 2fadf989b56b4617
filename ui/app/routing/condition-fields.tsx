import type { RoutingCondition } from '../../../schemas/routing.ts';
import { Choices, LinesField, SelectField } from '../settings/fields.tsx';
import { minuteOf, timeOf } from '../settings/moved.ts';
import {
  channelOptions,
  connectionOptions,
  entriesOf,
  tiersWith,
  topicOptions,
} from '../settings/options.ts';
import { dayOptions } from './in-words.ts';
import { words } from './words.ts';

type Of<F extends RoutingCondition['field']> = Extract<RoutingCondition, { field: F }>;
type Props<C extends RoutingCondition = RoutingCondition> = {
  condition: C;
  onChange: (condition: RoutingCondition) => void;
};

/** What the question asks for, by its kind. */
export const ConditionFields = ({ condition, onChange }: Props) => {
  const { value } = words;
  const label = value.fields[condition.field];
  switch (condition.field) {
    case 'channel':
      return (
        <Choices
          label={label}
          options={channelOptions()}
          value={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case 'connection':
    case 'form':
      return (
        <Choices
          label={label}
          options={condition.field === 'form' ? topicOptions() : connectionOptions()}
          value={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case 'language':
      return (
        <Choices
          label={label}
          options={entriesOf(value.languages)}
          value={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case 'tier':
      return (
        <Choices
          label={label}
          options={tiersWith(condition.in)}
          value={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case 'sender':
      return (
        <LinesField
          label={label}
          hint={value.senderHint}
          value={condition.in}
          onChange={(lines) => onChange({ ...condition, in: lines })}
        />
      );
    case 'words':
      return (
        <>
          <LinesField
            label={label}
            hint={value.wordsHint}
            value={condition.any}
            onChange={(wanted) => onChange({ ...condition, any: wanted })}
          />
          <Where condition={condition} onChange={onChange} />
        </>
      );
    case 'pattern':
      return (
        <>
          <label class="field">
            {label}
            <input
              class="mono"
              value={condition.pattern}
              maxLength={300}
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => onChange({ ...condition, pattern: event.currentTarget.value })}
            />
            <span class="hint">{value.patternHint}</span>
          </label>
          <Where condition={condition} onChange={onChange} />
        </>
      );
    case 'attachment':
      return (
        <LinesField
          label={label}
          hint={value.attachmentHint}
          value={condition.any}
          onChange={(wanted) => onChange({ ...condition, any: wanted })}
        />
      );
    case 'time':
      return <TimeFields condition={condition} onChange={onChange} />;
    default:
      return (
        <>
          <label class="field">
            {value.customId}
            <input
              value={condition.id}
              maxLength={40}
              autocomplete="off"
              onInput={(event) => onChange({ ...condition, id: event.currentTarget.value.trim() })}
            />
          </label>
          <LinesField
            label={label}
            hint={value.customHint}
            value={condition.in}
            onChange={(lines) => onChange({ ...condition, in: lines })}
          />
        </>
      );
  }
};

const Where = ({ condition, onChange }: Props<Of<'words'> | Of<'pattern'>>) => (
  <SelectField
    label={words.value.whereLabel}
    value={condition.where}
    options={entriesOf(words.value.where)}
    onChange={(where) => onChange({ ...condition, where: where ?? 'text' })}
  />
);

const zones = Intl.supportedValuesOf('timeZone');

const TimeFields = ({ condition, onChange }: Props<Of<'time'>>) => {
  const { value } = words;
  return (
    <>
      <Choices
        label={value.days}
        options={dayOptions()}
        value={condition.days}
        onChange={(days) => onChange({ ...condition, days })}
      />
      <label class="field">
        {value.from}
        <input
          type="time"
          value={timeOf(condition.from)}
          onInput={(event) => {
            const from = minuteOf(event.currentTarget.value);
            if (from !== undefined) onChange({ ...condition, from });
          }}
        />
      </label>
      <label class="field">
        {value.to}
        <input
          type="time"
          value={timeOf(condition.to)}
          onInput={(event) => {
            const to = minuteOf(event.currentTarget.value);
            // Midnight at which the window ends is that of the next day.
            if (to !== undefined) onChange({ ...condition, to: to === 0 ? 1440 : to });
          }}
        />
      </label>
      <label class="field">
        {value.zone}
        <input
          list="time-zones"
          value={condition.zone}
          autocomplete="off"
          onInput={(event) => onChange({ ...condition, zone: event.currentTarget.value.trim() })}
        />
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </label>
    </>
  );
};
