import { signal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { complain } from '../../parts/toast.tsx';
import { call, can, topicNames } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { Choices, SelectField } from '../settings/fields.tsx';
import {
  activeColleagueOptions,
  lineOptions,
  type Options,
  topicOptions,
} from '../settings/options.ts';
import type { PersonFields } from './person-detail.tsx';
import { words } from './words.ts';

const calendars = signal<Options>([]);

const readCalendars = async (): Promise<void> => {
  if (calendars.value.length > 0 || !can('settings.read')) return;
  const { items } = (await call('getSettings', {})).calendars;
  calendars.value = items.map(({ id, name }) => [id, name]);
};

/** Lines, shift, who stands in, and whose alerts come here. */
export const WorkFields = ({ draft, put, agentId }: PersonFields & { agentId: string }) => {
  const { value } = words;
  const hint = useId();
  useEffect(() => void readCalendars().catch(complain), []);
  const others = activeColleagueOptions().filter(([id]) => id !== agentId);
  return (
    <section class="part">
      <h3>{value.work}</h3>
      <div aria-describedby={hint}>
        <Choices
          label={value.worksOn}
          options={lineOptions()}
          value={draft.lines}
          onChange={(lines) => put({ lines })}
        />
        <p class="hint" id={hint}>
          {value.worksOnHint}
        </p>
      </div>
      <div class="rule-fields">
        <SelectField
          label={value.shift}
          hint={value.shiftHint}
          value={draft.shiftId ?? ''}
          none={value.noShift}
          options={calendars.value}
          onChange={(shiftId) => put({ shiftId })}
        />
        <SelectField
          label={value.substitute}
          hint={value.substituteHint}
          value={draft.substituteId ?? ''}
          none={value.noSubstitute}
          options={others}
          onChange={(substituteId) => put({ substituteId })}
        />
      </div>
      <Leads draft={draft} put={put} />
    </section>
  );
};

const Leads = ({ draft, put }: PersonFields) => {
  const led = draft.leads.map((topic) => topicNames.value.get(topic) ?? topic).join(', ');
  return (
    <details class="person-more">
      <summary>
        {words.value.leads}: <span class="hint">{led || texts.value.people.none}</span>
      </summary>
      <Choices
        label={words.value.leads}
        options={topicOptions()}
        value={draft.leads}
        onChange={(leads) => put({ leads })}
      />
    </details>
  );
};
