import { useLocation, useRoute } from 'preact-iso/router';
import { desk, tierNames, topicNames } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { TicketList } from './ticket-list.tsx';
import { addressOf, narrowed, type View, viewOf } from './view.ts';

const groups = ['active', 'postponed', 'closed'] as const;

/** Every ticket, or those of a source, a topic, a person: the three ways to split a desk's work. */
export const AllTickets = () => {
  const { params, query } = useRoute();
  const group = groups.find((one) => one === params['group']) ?? 'active';
  const view = viewOf(query);
  const { list, views } = texts.value;
  return (
    <TicketList
      list={{ of: 'all', group, ...view }}
      title={views.title}
      empty={Object.keys(view).length > 0 ? views.empty : list.empty[group]}
      tabs={
        <>
          <nav class="tabs" aria-label={views.title}>
            {groups.map((tab) => (
              <a
                key={tab}
                href={addressOf(tab, view)}
                aria-current={tab === group ? 'page' : undefined}
              >
                {list.groups[tab]}
              </a>
            ))}
          </nav>
          <Filters group={group} view={view} />
        </>
      }
    />
  );
};

type Option = readonly [value: string, name: string];

const Filters = ({ group, view }: { group: string; view: View }) => {
  const { route } = useLocation();
  const { views, channel } = texts.value;
  const show = (next: View) => route(addressOf(group, next), true);
  const connections = desk.value?.connections ?? [];
  const channels = [...new Set(connections.map((one) => one.channel))];
  const people = (desk.value?.colleagues ?? []).filter(({ active }) => active);
  return (
    <search class="filters" aria-label={views.filters}>
      <label>
        <span class="visually-hidden">{views.source}</span>
        <select
          value={view.connection ? `id:${view.connection}` : (view.channel ?? '')}
          onChange={({ currentTarget: { value } }) =>
            show(
              value.startsWith('id:')
                ? narrowed(view, 'connection', value.slice(3))
                : narrowed(view, 'channel', value),
            )
          }
        >
          <option value="">{views.anySource}</option>
          <optgroup label={views.channels}>
            {channels.map((kind) => (
              <option key={kind} value={kind}>
                {channel[kind]}
              </option>
            ))}
          </optgroup>
          <optgroup label={views.connections}>
            {connections.map(({ id, name }) => (
              <option key={id} value={`id:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <Filter
        label={views.purpose}
        any={views.anyPurpose}
        value={view.topic}
        options={[...topicNames.value]}
        onChange={(value) => show(narrowed(view, 'topic', value))}
      />
      <Filter
        label={views.person}
        any={views.anyone}
        value={view.assignee}
        options={[['nobody', views.nobody], ...people.map(({ id, name }): Option => [id, name])]}
        onChange={(value) => show(narrowed(view, 'assignee', value))}
      />
      {tierNames.value.size > 0 && (
        <Filter
          label={views.tier}
          any={views.anyTier}
          value={view.tier}
          options={[...tierNames.value]}
          onChange={(value) => show(narrowed(view, 'tier', value))}
        />
      )}
      <Filter
        label={views.language}
        any={views.anyLanguage}
        value={view.language}
        options={[
          ['en', 'English'],
          ['ru', 'Русский'],
        ]}
        onChange={(value) => show(narrowed(view, 'language', value))}
      />
      {Object.keys(view).length > 0 && (
        <button type="button" class="quiet" onClick={() => show({})}>
          {views.clear}
        </button>
      )}
    </search>
  );
};

type FilterProps = {
  label: string;
  /** Narrows nothing. */
  any: string;
  value: string | undefined;
  options: readonly Option[];
  onChange: (value: string) => void;
};

const Filter = ({ label, any, value, options, onChange }: FilterProps) => (
  <label>
    <span class="visually-hidden">{label}</span>
    <select value={value ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
