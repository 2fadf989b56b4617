import { useId } from 'preact/hooks';
import type { CustomRole, Permission } from '../../../schemas/agent.ts';
import { can } from '../../state/desk.ts';
import { permissionGroups } from '../../texts/people/role-texts.ts';
import { people } from '../people/people-state.ts';
import { Faults } from '../settings/faults.tsx';
import { isFixed, mayIn, withPermission } from './roles.ts';
import { rolesEditor } from './roles-state.ts';
import { words } from './words.ts';

const all: readonly Permission[] = Object.values(permissionGroups).flat();

type Props = {
  role: CustomRole;
  /** Its place in what is saved. */
  at: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (role: CustomRole) => void;
  onRemove: () => void;
};

/** A role of the desk's own: closed it says how much and for how many, opened it is edited. */
export const RoleCard = ({ role, at, isOpen, onOpen, onChange, onRemove }: Props) => {
  const { value } = words;
  const inUse = useId();
  const holders = people.value?.filter((agent) => agent.role === role.id).length ?? 0;
  const granted = all.filter((permission) => mayIn(role, permission)).length;
  return (
    <li class="role-card">
      <details open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>
          <h3>{role.name}</h3>
          <span class="hint">{value.may(granted, all.length)}</span>
          <span class="hint">{value.holders(holders)}</span>
        </summary>
        {isOpen && (
          <fieldset class="role-body" disabled={!can('people.manage')}>
            <legend class="visually-hidden">{role.name}</legend>
            <label class="field">
              {value.name}
              <input
                value={role.name}
                required
                maxLength={60}
                autocomplete="off"
                onInput={(event) => onChange({ ...role, name: event.currentTarget.value })}
              />
              <Faults of={rolesEditor.faults.value} at={`${at}.name`} />
            </label>
            <Permissions role={role} onChange={onChange} />
            {can('people.manage') && (
              <p>
                <button
                  type="button"
                  disabled={holders > 0}
                  aria-describedby={holders > 0 ? inUse : undefined}
                  aria-label={`${value.remove}: ${role.name}`}
                  onClick={onRemove}
                >
                  {value.remove}
                </button>{' '}
                {holders > 0 && (
                  <span class="hint" id={inUse}>
                    {value.inUse}
                  </span>
                )}
              </p>
            )}
          </fieldset>
        )}
      </details>
      <Faults of={rolesEditor.faults.value} at={at} isDeep={!isOpen} />
    </li>
  );
};

const Permissions = ({ role, onChange }: Pick<Props, 'role' | 'onChange'>) => (
  <div class="role-groups">
    {Object.entries(permissionGroups).map(([group, permissions]) => (
      <fieldset key={group}>
        <legend>{words.value.groups[group as keyof typeof permissionGroups]}</legend>
        {permissions.map((permission) => (
          <label key={permission} class="switch">
            <input
              type="checkbox"
              checked={mayIn(role, permission)}
              disabled={isFixed(permission)}
              onChange={(event) =>
                onChange(withPermission(role, permission, event.currentTarget.checked))
              }
            />
            <span>
              {words.value.permissions[permission]}
              <Remark permission={permission} />
            </span>
          </label>
        ))}
      </fieldset>
    ))}
  </div>
);

const Remark = ({ permission }: { permission: Permission }) => {
  const { everybody, needed, superOnly } = words.value;
  const remarks: Partial<Record<Permission, string>> = {
    'self.read': everybody,
    'desk.read': needed,
    'people.manage': superOnly,
  };
  const remark = remarks[permission];
  return remark ? <span class="hint">{remark}</span> : null;
};
