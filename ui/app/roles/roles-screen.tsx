import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { complain, say } from '../../parts/toast.tsx';
import { can } from '../../state/desk.ts';
import { readPeople } from '../people/people-state.ts';
import { Faults } from '../settings/faults.tsx';
import { replaced } from '../settings/moved.ts';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { BuiltInRoles } from './built-in-roles.tsx';
import { RoleCard } from './role-card.tsx';
import { blankRole } from './roles.ts';
import { rolesEditor } from './roles-state.ts';
import { words } from './words.ts';

const { draft, edit, faults } = rolesEditor;

/** The roles of every desk, to be looked at, and the desk's own, which super admins make of single permissions. */
export const RolesScreen = () => {
  const { value } = words;
  useEditor(rolesEditor);
  useEffect(() => void readPeople().catch(complain), []);
  return (
    <SettingsPage
      of="roles"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined}
    >
      <OwnRoles />
      <SaveBar editor={rolesEditor} mayEdit={can('people.manage')} />
      <BuiltInRoles />
    </SettingsPage>
  );
};

const OwnRoles = () => {
  const { value } = words;
  const opened = useSignal<string | undefined>(undefined);
  const roles = draft.value ?? [];
  const add = () => {
    const role = blankRole(roles, value.newRole);
    opened.value = role.id;
    edit([...roles, role], true);
    requestAnimationFrame(() =>
      document.querySelector<HTMLInputElement>('.role-card:last-child input')?.select(),
    );
  };
  const remove = (index: number) => {
    const role = roles[index];
    if (!role) return;
    edit(roles.toSpliced(index, 1), true);
    say(value.removed(role.name), () => edit((draft.value ?? []).toSpliced(index, 0, role), true));
  };
  return (
    <section class="role-list" aria-label={value.own}>
      <h2>{value.own}</h2>
      <Faults of={faults.value} at="" />
      {roles.length === 0 && <p class="hint">{value.none}</p>}
      <ul class="role-list">
        {roles.map((role, index) => (
          <RoleCard
            key={role.id}
            role={role}
            at={String(index)}
            isOpen={opened.value === role.id}
            onOpen={(isOpen) => {
              if (isOpen) opened.value = role.id;
              else if (opened.value === role.id) opened.value = undefined;
            }}
            onChange={(next) => edit(replaced(draft.value ?? [], index, next))}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      {can('people.manage') && (
        <p>
          <button type="button" onClick={add}>
            {value.add}
          </button>
        </p>
      )}
    </section>
  );
};
