import { computed, signal } from '@preact/signals';
import type { Agent, BuiltInRole, CustomRole, Permission } from '../../../schemas/agent.ts';
import { call } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { type Editor, makeEditor } from '../settings/editor.ts';
import { type Draft, draftOf, patchOf } from './person.ts';

/** Everyone, as last read; undefined before that. */
export const people = signal<readonly Agent[] | undefined>(undefined);
export const ownRoles = signal<readonly CustomRole[]>([]);
export const builtInRoles = signal<Partial<Record<BuiltInRole, readonly Permission[]>>>({});

export const readPeople = async (): Promise<void> => {
  const { agents, roles, builtIn } = await call('listAgents', {});
  people.value = agents;
  ownRoles.value = roles;
  builtInRoles.value = builtIn;
};

/** Roles to choose from, each with what it is called: those of every desk first. */
export const roleOptions = computed<readonly (readonly [string, string])[]>(() => [
  ...Object.entries(texts.value.people.roles),
  ...ownRoles.value.map(({ id, name }) => [id, name] as const),
]);

const editors = new Map<string, Editor<Draft>>();
/** People with changes that are not saved. */
export const unsaved = computed(() => {
  void people.value;
  return new Set([...editors].filter(([, editor]) => editor.isDirty.value).map(([id]) => id));
});

const put = (agent: Agent): void => {
  people.value = people.value?.map((one) => (one.id === agent.id ? agent : one));
};

/** What is changed of a person waits for them while others are looked at. */
export const editorOf = (agentId: string): Editor<Draft> => {
  const known = editors.get(agentId);
  if (known) return known;
  let stored: Draft | undefined;
  const take = (agent: Agent) => {
    stored = draftOf(agent);
    return { items: stored, version: agent.version };
  };
  const editor = makeEditor<Draft>({
    async read() {
      await readPeople();
      const agent = people.value?.find(({ id }) => id === agentId);
      if (!agent) throw new Error(`${agentId} is not on the desk`);
      return take(agent);
    },
    async save({ items, expects }) {
      const { agent } = await call('updateAgent', {
        params: { agentId },
        body: { ...patchOf(stored, items), version: expects },
      });
      put(agent);
      return take(agent);
    },
  });
  editors.set(agentId, editor);
  return editor;
};
