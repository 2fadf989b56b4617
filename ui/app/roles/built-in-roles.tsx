import type { BuiltInRole, Permission } from '../../../schemas/agent.ts';
import { permissionGroups } from '../../texts/people/role-texts.ts';
import { builtInRoles, people } from '../people/people-state.ts';
import { roleName } from '../people/role-name.ts';
import { words } from './words.ts';

const all: readonly Permission[] = Object.values(permissionGroups).flat();

/** What each role of every desk may beyond the one before it. */
export const BuiltInRoles = () => {
  const { value } = words;
  const roles = Object.entries(builtInRoles.value) as [BuiltInRole, readonly Permission[]][];
  return (
    <section class="role-list" aria-label={value.builtIn}>
      <h2>{value.builtIn}</h2>
      <p class="hint">{value.builtInHint}</p>
      {roles.map(([role, permissions], index) => {
        const before = roles[index - 1]?.[1] ?? [];
        const more = all.filter((one) => permissions.includes(one) && !before.includes(one));
        const holders = people.value?.filter((agent) => agent.role === role).length ?? 0;
        return (
          <details key={role} class="role-card">
            <summary>
              <h3>{roleName(role)}</h3>
              <span class="hint">{value.may(permissions.length, all.length)}</span>
              <span class="hint">{value.holders(holders)}</span>
            </summary>
            <div class="role-body">
              <ul>
                {more.map((permission) => (
                  <li key={permission}>{value.permissions[permission]}</li>
                ))}
              </ul>
            </div>
          </details>
        );
      })}
    </section>
  );
};
