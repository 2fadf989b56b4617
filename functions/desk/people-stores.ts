import type { Agent } from '../../schemas/agent.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { Customer, Identity } from '../../schemas/customer.ts';
import type { Presence } from '../../schemas/presence.ts';
import type { CustomerChange } from './customers/merge.ts';
import type { Person } from './customers/person.ts';
import type { Saved } from './stores.ts';

/** What the desk asks about people: who writes, who works here. See `stores.ts` for what the comments mean. */

export interface CustomerStore {
  load(customerId: string): Promise<Customer | undefined>;
  /** One BatchGet of two items; a pointer adds one get. */
  findByIdentity(
    identity: Pick<Identity, 'channel' | 'connectionId' | 'externalId'>,
  ): Promise<Customer | undefined>;
  /** Of up to 45 identities those somebody has, in the order asked: one BatchGet; a pointer adds one get. */
  findByIdentities(
    identities: readonly Pick<Identity, 'channel' | 'connectionId' | 'externalId'>[],
  ): Promise<readonly { readonly key: string; readonly customer: Customer }[]>;
  /** The person a customer belongs to, merged ones included. 1 read; a merged one adds a get up and a BatchGet down for each step. */
  loadPerson(customerId: string): Promise<Person | undefined>;
  /** Writes down somebody who is not there yet; `stale`: is there. 1 unit. */
  create(customer: Customer): Promise<Saved>;
  /** New name, language or identities; added identities that belong to somebody else refuse it as `stale`. */
  save(customer: Customer, expects: number): Promise<Saved>;
  /**
   * Customers that are merged or parted, or one whose standing changes: all or none, each at the version the rules saw,
   * identities as they are. 2 units each; 2 for an audit line.
   */
  saveTogether(changes: readonly CustomerChange[], audit?: AuditEntry): Promise<Saved>;
}

export interface PresenceStore {
  /** Everyone who ever said anything about it. One query; a desk has at most some hundreds. */
  list(): Promise<readonly Presence[]>;
  /** 1 read unit. */
  load(agentId: string): Promise<Presence | undefined>;
  /** Conditional on the version seen (0: none yet), so two who hand out tickets at once do not overfill one person. 1 unit; 4 with an audit line. */
  save(presence: Presence, expects: number, audit?: AuditEntry): Promise<Saved>;
}

/** A person with the subjects (`sub`) seen for them. */
export type StoredAgent = Agent & { readonly subjects: readonly string[] };

export interface AgentStore {
  load(agentId: string): Promise<StoredAgent | undefined>;
  /** Who signs in: by the provider's subject, else by verified address. Two gets each. */
  findBySubject(subject: string): Promise<StoredAgent | undefined>;
  findByEmail(email: string): Promise<StoredAgent | undefined>;
  /** Everyone. One query; a desk has at most some hundreds. */
  list(): Promise<readonly StoredAgent[]>;
  /**
   * Adds (`new`) or replaces a person conditional on version. `taken`: the address or a subject belongs to
   * somebody else. `last-super-admin`: the change would leave the desk without an active super admin
   * (counted in the same transaction, so two admins cannot demote each other).
   */
  save(
    agent: StoredAgent,
    expects: number | 'new',
    audit?: AuditEntry,
  ): Promise<Saved | 'taken' | 'last-super-admin'>;
  /** Makes the first super admin of an empty desk; of two at once one wins, the other gets `stale`. */
  saveFirst(agent: StoredAgent): Promise<Saved>;
}
