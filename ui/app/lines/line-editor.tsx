import type { Line } from '../../../schemas/desk.ts';
import { calendarsEditor } from '../hours/hours-state.ts';
import { OrderedChips } from '../settings/chips.tsx';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { activeColleagueOptions, entriesOf } from '../settings/options.ts';
import { LocalizedFields, NumberField } from '../settings/text-fields.tsx';
import { LineClosed } from './line-closed.tsx';
import { LineSkills } from './line-skills.tsx';
import { withLimit, withPart } from './lines.ts';
import { linesEditor, peopleOf } from './lines-state.ts';
import { words } from './words.ts';

export type LineProps = {
  line: Line;
  /** The line's place in what is saved. */
  at: string;
  onChange: (line: Line) => void;
};

/** Everything about one line. */
export const LineEditor = (props: LineProps) => {
  const { line, at, onChange } = props;
  const { value } = words;
  const faults = linesEditor.faults.value;
  const calendars = calendarsEditor.draft.value ?? [];
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{line.name.en}</legend>
      <div class="rule-fields">
        <LocalizedFields
          value={line.name}
          onChange={(name) => onChange({ ...line, name })}
          at={`${at}.name`}
          faults={faults}
        />
      </div>
      <div class="rule-fields">
        <div>
          <SelectField
            label={value.calendar}
            value={line.calendarId}
            options={calendars.map(({ id, name }) => [id, name] as const)}
            onChange={(calendarId = line.calendarId) => onChange({ ...line, calendarId })}
          />
          <a class="hint" href="/settings/hours">
            {value.calendarsLink}
          </a>
          <Faults of={faults} at={`${at}.calendarId`} />
        </div>
        <SelectField
          label={value.work}
          value={line.work ?? 'pull'}
          options={entriesOf(value.works)}
          onChange={(work) => onChange(withPart(line, 'work', work === 'push' ? work : undefined))}
        />
        <NumberField
          label={value.cost}
          hint={value.costHint}
          value={line.cost}
          min={0}
          max={10_000}
          isBroken
          onChange={(cost) => onChange(withPart(line, 'cost', cost))}
          at={`${at}.cost`}
          faults={faults}
        />
      </div>
      <People line={line} />
      <Capacity {...props} />
      <LineSkills {...props} />
      <LineClosed {...props} />
      <fieldset class="part">
        <legend>{value.onCall}</legend>
        <OrderedChips
          label={value.onCall}
          isLabelHidden
          hint={value.onCallHint}
          options={activeColleagueOptions()}
          value={line.onCall ?? []}
          none={value.nobody}
          onChange={(onCall) =>
            onChange(withPart(line, 'onCall', onCall.length > 0 ? onCall : undefined))
          }
        />
        <Faults of={faults} at={`${at}.onCall`} isDeep />
      </fieldset>
    </fieldset>
  );
};

const People = ({ line }: Pick<LineProps, 'line'>) => {
  const { value } = words;
  const people = peopleOf(line.id);
  if (!people) return null;
  return (
    <p>
      {people.length > 0 ? `${value.people(people.length)}: ${people.join(', ')}` : value.noPeople}.{' '}
      <a href="/people">{value.peopleLink}</a>
    </p>
  );
};

const limits = [
  ['perDay', 2000],
  ['tickets', 500],
  ['chats', 50],
] as const;

const Capacity = ({ line, at, onChange }: LineProps) => {
  const { value } = words;
  const faults = linesEditor.faults.value;
  return (
    <fieldset class="part">
      <legend>{value.capacity}</legend>
      <p class="hint">{value.capacityHint}</p>
      <div class="rule-fields">
        {limits.map(([name, max]) => (
          <NumberField
            key={name}
            label={value[name]}
            {...(name === 'chats' && { hint: value.chatsHint })}
            value={line.capacity?.[name]}
            min={1}
            max={max}
            onChange={(limit) => onChange(withLimit(line, name, limit))}
            at={`${at}.capacity.${name}`}
            faults={faults}
          />
        ))}
        <NumberField
          label={value.claimMinutes}
          unit={value.minutes}
          hint={value.claimHint}
          value={line.claimMinutes}
          min={1}
          max={10_080}
          onChange={(minutes) => onChange(withPart(line, 'claimMinutes', minutes))}
          at={`${at}.claimMinutes`}
          faults={faults}
        />
      </div>
    </fieldset>
  );
};
