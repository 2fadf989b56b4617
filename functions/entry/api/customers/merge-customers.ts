import type * as endpoints from '../../../../schemas/api/customers.ts';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import { type CustomerChange, mergePersons, partPerson } from '../../../desk/customers/merge.ts';
import { isMember, type Person } from '../../../desk/customers/person.ts';
import { Problem } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller, UseCase } from '../types.ts';
import { cardOf, personOf } from './customer-card.ts';

/** Whoever reads one of two records between the saves of another agent looks again. */
const attempts = 5;

/** Repeating it changes nothing: they are one person already. */
export const mergeCustomers: UseCase<typeof endpoints.mergeCustomers> =
  (deps) =>
  async ({ params, body }, agent) => {
    const entry = onRecord(deps, agent, 'customer.merged', { ...params, ...body });
    const person = await saveWithRetry(deps, { ...params, entry }, async (into) => {
      if (isMember(into, body.otherId)) return undefined;
      return mergePersons(into, await personOf(deps, body.otherId));
    });
    log.info('customer.merged', { ...params, otherId: body.otherId, agentId: agent.id });
    return cardOf(deps, person);
  };

export const partCustomers: UseCase<typeof endpoints.partCustomers> =
  (deps) =>
  async ({ params, body }, agent) => {
    const entry = onRecord(deps, agent, 'customer.parted', { ...params, ...body });
    const person = await saveWithRetry(deps, { ...params, entry }, async (whole) =>
      partPerson(whole, body.otherId),
    );
    log.info('customer.parted', { ...params, otherId: body.otherId, agentId: agent.id });
    return cardOf(deps, person);
  };

type Pair = { readonly customerId: string; readonly otherId: string };

const onRecord = (
  { now }: Pick<ApiDeps, 'now'>,
  caller: Caller,
  action: 'customer.merged' | 'customer.parted',
  { customerId, otherId }: Pair,
): AuditEntry => audited(caller, { action, target: customerId, changes: { otherId }, at: now() });

async function saveWithRetry(
  deps: Pick<ApiDeps, 'customers'>,
  { customerId, entry }: { readonly customerId: string; readonly entry: AuditEntry },
  ask: (person: Person) => Promise<readonly CustomerChange[] | undefined>,
): Promise<Person> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const person = await personOf(deps, customerId);
    const changes = await ask(person);
    if (!changes) return person;
    if ((await deps.customers.saveTogether(changes, entry)) === 'saved')
      return personOf(deps, customerId);
  }
  throw new Problem(
    'unavailable',
    'customer.busy',
    'These customers are changing too fast right now. Try again.',
  );
}
