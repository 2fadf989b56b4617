import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { can, desk, lineNames, me } from '../../state/desk.ts';
import { type Colleague, isTeamStale, readTeam, team } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { byLine, countStates, type Filter, states } from './presence.ts';
import { PresenceDialog } from './presence-dialog.tsx';
import { PresenceMark } from './presence-mark.tsx';
import { TeamRow } from './team-row.tsx';
import { words } from './words.ts';

/** Everyone by line: who takes work, until when, and how much they hold. Leads say it for a colleague. */
export const TeamScreen = () => {
  const { value } = words;
  const filter = useSignal<Filter>({ line: '', text: '', isOnShift: false });
  const asked = useSignal<Colleague | undefined>(undefined);
  usePageTitle(value.title);
  useEffect(() => {
    focusHeading();
    void readTeam();
  }, []);
  const people = team.value;
  return (
    <section class="team">
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
      </header>
      <p class="hint page-hint">{value.hint}</p>
      {isTeamStale.value && (
        <p class="team-stale" role="status">
          {value.stale}
        </p>
      )}
      {people ? (
        <>
          <Counts people={people} />
          <FilterFields filter={filter.value} onChange={(next) => (filter.value = next)} />
          <Groups
            people={people}
            filter={filter.value}
            onAsk={(person) => (asked.value = person)}
          />
        </>
      ) : (
        <p class="empty" aria-busy="true" />
      )}
      {asked.value && (
        <PresenceDialog
          person={asked.value}
          isMe={asked.value.agentId === me.value?.agent.id}
          onClose={() => (asked.value = undefined)}
        />
      )}
    </section>
  );
};

const Counts = ({ people }: { people: readonly Colleague[] }) => {
  const counts = countStates(people);
  return (
    <ul class="team-counts">
      {states.map((state) => (
        <li key={state}>
          <PresenceMark state={state} /> {texts.value.presence.states[state]} <b>{counts[state]}</b>
        </li>
      ))}
    </ul>
  );
};

type FilterProps = { filter: Filter; onChange: (filter: Filter) => void };

const FilterFields = ({ filter, onChange }: FilterProps) => {
  const { value } = words;
  return (
    <div class="team-filter" role="search">
      <label class="field">
        {value.line}
        <select
          value={filter.line}
          onChange={(event) => onChange({ ...filter, line: event.currentTarget.value })}
        >
          <option value="">{value.allLines}</option>
          {[...lineNames.value].map(([line, name]) => (
            <option key={line} value={line}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {value.search}
        <input
          type="search"
          autocomplete="off"
          value={filter.text}
          onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <label class="switch">
        <input
          type="checkbox"
          checked={filter.isOnShift}
          onChange={(event) => onChange({ ...filter, isOnShift: event.currentTarget.checked })}
        />
        {value.onShift}
      </label>
    </div>
  );
};

type GroupsProps = {
  people: readonly Colleague[];
  filter: Filter;
  onAsk: (person: Colleague) => void;
};

const Groups = ({ people, filter, onAsk }: GroupsProps) => {
  const { value } = words;
  const groups = byLine(people, [...lineNames.value.keys()], filter);
  if (groups.length === 0) return <p class="empty">{value.nobody}</p>;
  return (
    <>
      {groups.map((group) => (
        <section key={group.line} aria-labelledby={`team-${group.line}`}>
          <h2 id={`team-${group.line}`}>
            {lineNames.value.get(group.line) ?? value.noLine}{' '}
            <span class="hint">{value.people(group.people.length)}</span>
          </h2>
          <ul class="team-rows">
            {group.people.map((person) => (
              <TeamRow
                key={person.agentId}
                person={person}
                capacity={desk.value?.lines.find(({ id }) => id === group.line)?.capacity}
                onAsk={can('presence.manage') ? () => onAsk(person) : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};
