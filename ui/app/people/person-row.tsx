import type { Agent } from '../../../schemas/agent.ts';
import { can, me, topicNames } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { roleName } from './role-name.ts';

export type Patch = { role?: string; active?: boolean; leads?: string[] };
type Props = { agent: Agent; onChange: (patch: Patch) => void };

/** One person: the role, whether they may sign in, and of which topics they hear when nobody holds a ticket. */
export const PersonRow = ({ agent, onChange }: Props) => {
  const words = texts.value.people;
  const isMe = agent.id === me.value?.agent.id;
  const mayChange = can('people.manage');
  return (
    <li class="person-row">
      <span class="person-name">
        <b>{agent.name}</b> {isMe && <span class="tag">{words.you}</span>}
        <span class="hint">{agent.email}</span>
      </span>
      {mayChange ? (
        <select
          aria-label={`${words.role}: ${agent.name}`}
          value={agent.role}
          onChange={(event) => onChange({ role: event.currentTarget.value })}
        >
          {Object.entries(words.roles).map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <span>{roleName(agent.role)}</span>
      )}
      <span class={agent.active ? 'tag good' : 'tag'}>
        {agent.active ? words.active : words.inactive}
      </span>
      {mayChange && (
        <button type="button" class="quiet" onClick={() => onChange({ active: !agent.active })}>
          {agent.active ? words.deactivate : words.activate}
        </button>
      )}
      <Leads agent={agent} mayChange={mayChange} onChange={onChange} />
    </li>
  );
};

const Leads = ({ agent, mayChange, onChange }: Props & { mayChange: boolean }) => {
  const words = texts.value.people;
  const led = agent.leads.map((topic) => topicNames.value.get(topic) ?? topic).join(', ');
  if (!mayChange) return led ? <p class="hint leads">{`${words.leads}: ${led}`}</p> : null;
  const toggle = (topic: string) =>
    onChange({
      leads: agent.leads.includes(topic)
        ? agent.leads.filter((other) => other !== topic)
        : [...agent.leads, topic],
    });
  return (
    <details class="leads">
      <summary class="hint">{`${words.leads}: ${led || words.none}`}</summary>
      <div class="lead-topics">
        {[...topicNames.value].map(([topic, name]) => (
          <label key={topic} class="switch">
            <input
              type="checkbox"
              checked={agent.leads.includes(topic)}
              onChange={() => toggle(topic)}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
};
