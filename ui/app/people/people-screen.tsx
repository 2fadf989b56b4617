import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Agent } from '../../../schemas/agent.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain } from '../../parts/toast.tsx';
import { can, me } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { saving } from '../settings/saving-words.ts';
import { AddPerson } from './add-person.tsx';
import { ownRoles, people, readPeople, roleOptions, unsaved } from './people-state.ts';
import { type Filter, found } from './person.ts';
import { PersonDetail } from './person-detail.tsx';
import { roleName } from './role-name.ts';
import { words } from './words.ts';

const filter = signal<Filter>({ text: '', role: '', isWithInactive: false });
const narrow = (over: Partial<Filter>) => {
  filter.value = { ...filter.value, ...over };
};

/** Who works here, and one of them with what they may and can. Only super admins change it. */
export const PeopleScreen = () => {
  const { params } = useRoute();
  const { route } = useLocation();
  const { title, hint, add } = texts.value.people;
  const isAdding = useSignal(false);
  const chosen = params['agentId'];
  usePageTitle(title);
  useEffect(() => {
    if (!chosen) focusHeading();
    void readPeople().catch(complain);
  }, []);

  return (
    <section class={chosen ? 'people chosen' : 'people'}>
      <div class="people-list">
        <header class="list-head">
          <h1 tabIndex={-1}>{title}</h1>
          {can('people.manage') && (
            <button type="button" class="primary" onClick={() => (isAdding.value = true)}>
              {add}
            </button>
          )}
        </header>
        <p class="hint page-hint">{hint}</p>
        <Narrowing />
        <List chosen={chosen} />
      </div>
      <div class="people-detail">
        {chosen ? (
          <PersonDetail key={chosen} agentId={chosen} />
        ) : (
          <p class="empty">{words.value.choose}</p>
        )}
      </div>
      {isAdding.value && (
        <AddPerson
          onClose={(agent) => {
            isAdding.value = false;
            if (agent) void readPeople().then(() => route(`/people/${agent.id}`), complain);
          }}
        />
      )}
    </section>
  );
};

const Narrowing = () => {
  const { value } = words;
  const { text, role, isWithInactive } = filter.value;
  return (
    <search class="people-filter">
      <input
        type="search"
        aria-label={value.find}
        placeholder={value.find}
        value={text}
        onInput={(event) => narrow({ text: event.currentTarget.value })}
      />
      <select
        aria-label={value.role}
        value={role}
        onChange={(event) => narrow({ role: event.currentTarget.value })}
      >
        <option value="">{value.anyRole}</option>
        {roleOptions.value.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <label class="switch">
        <input
          type="checkbox"
          checked={isWithInactive}
          onChange={(event) => narrow({ isWithInactive: event.currentTarget.checked })}
        />
        {value.withoutAccess}
      </label>
    </search>
  );
};

const List = ({ chosen }: { chosen: string | undefined }) => {
  const { value } = words;
  const all = people.value;
  if (!all)
    return (
      <p class="empty" aria-busy="true">
        {saving.value.loading}
      </p>
    );
  const shown = found(all, filter.value);
  return (
    <>
      <p class="hint people-count" role="status">
        {value.shown(shown.length, all.length)}
      </p>
      {shown.length === 0 && <p class="empty">{value.noneFound}</p>}
      <ul>
        {shown.map((agent) => (
          <li key={agent.id}>
            <PersonRow agent={agent} isChosen={agent.id === chosen} />
          </li>
        ))}
      </ul>
    </>
  );
};

const PersonRow = ({ agent, isChosen }: { agent: Agent; isChosen: boolean }) => (
  <a class="person-row" href={`/people/${agent.id}`} aria-current={isChosen ? 'page' : undefined}>
    <span class="person-name">
      <b>{agent.name}</b>{' '}
      {agent.id === me.value?.agent.id && <span class="tag">{texts.value.people.you}</span>}
      {unsaved.value.has(agent.id) && <span class="tag warn">{words.value.unsaved}</span>}
      <span class="hint">{agent.email}</span>
    </span>
    <span class="person-role">
      {roleName(agent.role, ownRoles.value)}
      {!agent.active && <span class="tag">{words.value.inactive}</span>}
    </span>
  </a>
);
