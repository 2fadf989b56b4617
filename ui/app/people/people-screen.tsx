import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Agent } from '../../../schemas/agent.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call, can } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { AddPerson } from './add-person.tsx';
import { type Patch, PersonRow } from './person-row.tsx';

const people = signal<readonly Agent[]>([]);

const readPeople = async (): Promise<void> => {
  people.value = (await call('listAgents', {})).agents;
};

/** Who may work here. Only super admins change it; the API refuses to let the last one go. */
export const PeopleScreen = () => {
  const words = texts.value.people;
  const isAdding = useSignal(false);
  usePageTitle(words.title);
  useEffect(() => {
    focusHeading();
    void readPeople().catch(complain);
  }, []);

  const change = async (agent: Agent, patch: Patch) => {
    try {
      await call('updateAgent', {
        params: { agentId: agent.id },
        body: { ...patch, version: agent.version },
      });
      say(words.saved);
    } catch (error) {
      complain(error);
    }
    await readPeople().catch(complain);
  };

  return (
    <section class="people">
      <header class="list-head">
        <h1 tabIndex={-1}>{words.title}</h1>
        {can('people.manage') && (
          <button type="button" class="primary" onClick={() => (isAdding.value = true)}>
            {words.add}
          </button>
        )}
      </header>
      <p class="hint">{words.hint}</p>
      <ul>
        {people.value.map((agent) => (
          <PersonRow key={agent.id} agent={agent} onChange={(patch) => void change(agent, patch)} />
        ))}
      </ul>
      {isAdding.value && (
        <AddPerson
          onClose={(added) => {
            isAdding.value = false;
            if (added) void readPeople().catch(complain);
          }}
        />
      )}
    </section>
  );
};
