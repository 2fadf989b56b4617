import { useEffect } from 'preact/hooks';
import type { Agent } from '../../../schemas/agent.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { can } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { SelectField } from '../settings/fields.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { saving } from '../settings/saving-words.ts';
import { SwitchField } from '../settings/text-fields.tsx';
import { editorOf, people, roleOptions } from './people-state.ts';
import type { Draft } from './person.ts';
import { ScopeFields } from './scope-fields.tsx';
import { SkillsFields } from './skills-fields.tsx';
import { words } from './words.ts';
import { WorkFields } from './work-fields.tsx';

/** One person: looked at by those who may read people, changed by super admins. */
export const PersonDetail = ({ agentId }: { agentId: string }) => {
  const { value } = words;
  const agent = people.value?.find(({ id }) => id === agentId);
  return (
    <article class="settings person-page">
      <a class="back" href="/people">
        ← {value.back}
      </a>
      {agent && <PersonForm agent={agent} />}
      {!agent && (
        <p class="empty" aria-busy={!people.value}>
          {people.value ? value.missing : saving.value.loading}
        </p>
      )}
    </article>
  );
};

/** What every group of fields of a person gets. */
export type PersonFields = {
  draft: Draft;
  put: (over: Partial<Draft>) => void;
};

const PersonForm = ({ agent }: { agent: Agent }) => {
  const editor = editorOf(agent.id);
  useEditor(editor);
  usePageTitle(`${agent.name} · ${texts.value.people.title}`);
  useEffect(() => document.querySelector<HTMLElement>('.person-page h2')?.focus(), []);
  const draft = editor.draft.value;
  const put = (over: Partial<Draft>) => {
    const latest = editor.draft.peek();
    if (latest) editor.edit({ ...latest, ...over });
  };
  const mayChange = can('people.manage');
  return (
    <>
      <header>
        <h2 tabIndex={-1}>{agent.name}</h2>
        <p class="hint">{agent.email}</p>
      </header>
      {draft && (
        <fieldset disabled={!mayChange}>
          <legend class="visually-hidden">{agent.name}</legend>
          <Access draft={draft} put={put} />
          <ScopeFields draft={draft} put={put} />
          <WorkFields draft={draft} put={put} agentId={agent.id} />
          <SkillsFields draft={draft} put={put} />
        </fieldset>
      )}
      <SaveBar editor={editor} mayEdit={mayChange} />
    </>
  );
};

const Access = ({ draft, put }: PersonFields) => {
  const { value } = words;
  const options = roleOptions.value;
  const isGone = !options.some(([id]) => id === draft.role);
  return (
    <section class="part">
      <h3>{value.access}</h3>
      <div class="rule-fields">
        <label class="field">
          {texts.value.people.name}
          <input
            value={draft.name}
            required
            maxLength={80}
            autocomplete="off"
            onInput={(event) => put({ name: event.currentTarget.value })}
          />
        </label>
        <SelectField
          label={value.role}
          value={draft.role}
          options={isGone ? [...options, [draft.role, value.roleGone(draft.role)]] : options}
          onChange={(role = draft.role) => put({ role })}
        />
      </div>
      <SwitchField
        label={value.isActive}
        hint={value.isActiveHint}
        isOn={draft.active}
        onChange={(active) => put({ active })}
      />
    </section>
  );
};
