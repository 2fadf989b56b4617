import type { Customer, Identity } from '../../../schemas/customer.ts';
import type { ChannelKind } from '../../../schemas/primitives.ts';
import { identityKeyOf, unprovenAddress } from './identity-key.ts';
import { asCustomer, membersOf, type Person } from './person.ts';
import { isNumber, numberChannels, numberOf, numberOn } from './telephone.ts';

/** An identity under which the same person may also be known, and why. */
export type Lead = {
  readonly identity: Pick<Identity, 'channel' | 'connectionId' | 'externalId'>;
  readonly reason: 'same-address' | 'same-number' | 'typed';
  readonly value: string;
};

/** Two keys each in one BatchGet of a hundred. */
const mostLeads = 45;

const withAddress = (address: string, reason: Lead['reason']): readonly Lead[] =>
  [undefined, unprovenAddress].map((connectionId) => ({
    identity: { channel: 'mail', connectionId, externalId: address },
    reason,
    value: address,
  }));

type Place = { readonly id: string; readonly channel: ChannelKind };

const withNumber = (
  number: string,
  reason: Lead['reason'],
  places: readonly Place[],
): readonly Lead[] => [
  { identity: { channel: 'phone', externalId: number }, reason, value: number },
  ...places
    .filter(({ channel }) => numberChannels.has(channel))
    .map(({ id, channel }) => ({
      identity: { channel, connectionId: id, externalId: numberOn(channel, number) },
      reason,
      value: number,
    })),
];

/**
 * Where to look for the same person: the address that was claimed here and proven there, the number on other channels,
 * what the person typed. Names are no lead: they only make one likelier.
 */
export const leadsOf = (person: Person, places: readonly Place[]): readonly Lead[] => {
  const { identities } = asCustomer(person);
  const known = new Set(identities.map(identityKeyOf));
  const leads = [
    ...identities
      .filter(({ channel }) => channel === 'mail')
      .flatMap(({ externalId }) => withAddress(externalId, 'same-address')),
    ...identities.flatMap((identity) => {
      const number = numberOf(identity);
      return number ? withNumber(number, 'same-number', places) : [];
    }),
    ...membersOf(person)
      .flatMap(({ typed = [] }) => typed)
      .flatMap((typed) =>
        isNumber(typed) ? withNumber(typed, 'typed', places) : withAddress(typed, 'typed'),
      ),
  ];
  const unknown = new Map<string, Lead>();
  for (const lead of leads) {
    const key = identityKeyOf(lead.identity);
    if (!known.has(key) && !unknown.has(key)) unknown.set(key, lead);
  }
  return [...unknown.values()].slice(0, mostLeads);
};

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export const isSameName = (one: Pick<Customer, 'name'>, other: Pick<Customer, 'name'>): boolean =>
  plain(one.name) !== '' && plain(one.name) === plain(other.name);
