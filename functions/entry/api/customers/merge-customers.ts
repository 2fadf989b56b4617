import type * as endpoints from '../../../../schemas/api/customers.ts';
import { type CustomerChange, mergePersons, partPerson } from '../../../desk/customers/merge.ts';
import { isMember, type Person } from '../../../desk/customers/person.ts';
import { Problem } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { cardOf, personOf } from './customer-card.ts';

/** Whoever reads one of two records between the saves of another agent looks again. */
const attempts = 5;

/** Repeating it changes nothing: they are one person already. */
export const mergeCustomers: UseCase<typeof endpoints.mergeCustomers> =
  (deps) =>
  async ({ params, body }, agent) => {
    const person = await saveWithRetry(deps, params.customerId, async (into) => {
      if (isMember(into, body.otherId)) return undefined;
      return mergePersons(into, await personOf(deps, body.otherId));
    });
    log.info('customer.merged', { ...params, otherId: body.otherId, agentId: agent.id });
    return cardOf(deps, person);
  };

export const partCustomers: UseCase<typeof endpoints.partCustomers> =
  (deps) =>
  async ({ params, body }, agent) => {
    const person = await saveWithRetry(deps, params.customerId, async (whole) =>
      partPerson(whole, body.otherId),
    );
    log.info('customer.parted', { ...params, otherId: body.otherId, agentId: agent.id });
    return cardOf(deps, person);
  };

async function saveWithRetry(
  deps: Pick<ApiDeps, 'customers'>,
  customerId: string,
  ask: (person: Person) => Promise<readonly CustomerChange[] | undefined>,
): Promise<Person> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const person = await personOf(deps, customerId);
    const changes = await ask(person);
    if (!changes) return person;
    if ((await deps.customers.saveTogether(changes)) === 'saved') return personOf(deps, customerId);
  }
  throw new Problem(
    'unavailable',
    'customer.busy',
    'These customers are changing too fast right now. Try again.',
  );
}
