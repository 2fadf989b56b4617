import { signal } from '@preact/signals';
import type { Agent } from '../../../schemas/agent.ts';
import type { Line } from '../../../schemas/desk.ts';
import { call, can, desk } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { makeEditor } from '../settings/editor.ts';
import { nameIn, type Options } from '../settings/options.ts';

/** The lines as this person edits them. */
export const linesEditor = makeEditor<Line[]>({
  read: async () => (await call('getSettings', {})).lines,
  async save(body) {
    const saved = await call('saveLines', { body });
    if (desk.value) desk.value = { ...desk.value, lines: saved.items };
    return saved;
  },
});

const people = signal<readonly Agent[] | undefined>(undefined);

export const readPeople = async (): Promise<void> => {
  if (can('people.read')) people.value = (await call('listAgents', {})).agents;
};

/** Names of who works in a line; `undefined` if this person may not know. */
export const peopleOf = (line: string): readonly string[] | undefined =>
  people.value
    ?.filter(({ active, lines }) => active && lines.includes(line))
    .map(({ name }) => name);

/** The lines of the page, saved or not, as they can be chosen. */
export const linesOnPage = (): Options =>
  (linesEditor.draft.value ?? []).map(({ id, name }) => [id, name[language.value] ?? name.en]);
export const lineName = (id: string): string => nameIn(linesOnPage(), id);
