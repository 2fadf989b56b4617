import type { Customer, Identity } from '../../../schemas/customer.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';
import { mergePersons } from '../../desk/customers/merge.ts';
import { areApart, type Person } from '../../desk/customers/person.ts';
import { proofsOf } from '../../desk/customers/proof.ts';
import { customerIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { Problem } from '../../desk/problem.ts';
import { log } from '../../observe/log.ts';
import { noteSign } from './events/on-person.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { Taken } from './taken.ts';

type Deps = Pick<IntakeDeps, 'customers' | 'pointers' | 'tickets' | 'settings' | 'now'>;

const triesMax = 10;
/** Addresses and numbers kept of one customer. */
const mostTyped = 10;

/**
 * What a message that is on its ticket tells of who wrote it: that they let us in again, who else they are proven to
 * be, what they typed. Each is looked for before it is written, so repeating changes nothing.
 */
export async function recognize(deps: Deps, inbound: Inbound, taken: Taken): Promise<void> {
  const { sender, occurredAt } = inbound;
  if (taken.wasBlocked) await noteSign(deps, sender, { letsUsIn: true, at: occurredAt });
  // Whoever wrote before was looked up then, unless this very message proves something new.
  const isSaid = [inbound.provenEmail, inbound.provenPhone, inbound.provenUserId].some(Boolean);
  if (isSaid || taken.how === 'opened' || taken.how === 'repeat') await joinProven(deps, inbound);
  if (inbound.typed && inbound.typed.length > 0) await noteTyped(deps, inbound, inbound.typed);
}

async function joinProven(deps: Deps, inbound: Inbound): Promise<void> {
  const proofs = proofsOf(inbound, deps.settings.connections);
  // A new id of somebody whose ticket is open already: that made no customer of it.
  const { language: _, ...identity } = inbound.sender;
  if (proofs.length > 0 && identity.isVerified) await whoeverHas(deps, identity, inbound);
  for (const { identity, isKept } of proofs) {
    const other = isKept
      ? await whoeverHas(deps, identity, inbound)
      : await deps.customers.findByIdentity(identity);
    if (other) await join(deps, inbound, other.id);
  }
}

/**
 * The customer of a proven identity, written down if nobody has it. Race: its first mail comes at this moment and
 * makes the same customer; whoever is second finds it.
 */
async function whoeverHas(
  { customers, now }: Deps,
  identity: Identity,
  { sender, language }: Inbound,
): Promise<Customer | undefined> {
  const known = await customers.findByIdentity(identity);
  if (known) return known;
  await customers.create({
    id: customerIdOf(identityKeyOf(identity)),
    name: sender.name,
    language: sender.language ?? language,
    identities: [{ ...identity, name: sender.name }],
    createdAt: now(),
    version: 1,
  });
  return customers.findByIdentity(identity);
}

/** Into the person known longer. Race: two proofs of one person, or an agent's merge; who is stale looks again. */
async function join({ customers }: Deps, { sender }: Inbound, otherId: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const me = await customers.findByIdentity(sender);
    const [one, other] = await Promise.all([
      me && customers.loadPerson(me.id),
      customers.loadPerson(otherId),
    ]);
    if (!one || !other || areApart(one, other)) return;
    const changes = merged(...byAge(one, other));
    if (!changes) return;
    if ((await customers.saveTogether(changes)) === 'saved') {
      log.info('intake.customer.recognized', { customerId: one.root.id, otherId: other.root.id });
      return;
    }
  }
  throw new Error('the customers changed at every try');
}

const byAge = (one: Person, other: Person): readonly [Person, Person] => {
  const ageOf = ({ root }: Person) => `${root.createdAt} ${root.id}`;
  return ageOf(one) <= ageOf(other) ? [one, other] : [other, one];
};

/** Too many to oversee is left to people; the message is taken all the same. */
const merged = (into: Person, other: Person) => {
  try {
    return mergePersons(into, other);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

async function noteTyped(
  { customers }: Deps,
  { sender }: Inbound,
  typed: readonly string[],
): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const customer = await customers.findByIdentity(sender);
    const known = customer?.typed ?? [];
    const added = typed.filter((each) => each.length <= 254 && !known.includes(each));
    if (!customer || added.length === 0) return;
    const all = [...known, ...added].slice(-mostTyped);
    const changed = { ...customer, typed: all, version: customer.version + 1 };
    if ((await customers.save(changed, customer.version)) === 'saved') return;
  }
  throw new Error('the customer changed at every try');
}
