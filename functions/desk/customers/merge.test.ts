import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../schemas/customer.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { mergePersons, partPerson } from './merge.ts';
import { areApart, asCustomer, type Person } from './person.ts';

const idOf = (letter: string) => `cus_${letter.repeat(24)}`;
const named = (letter: string, over: Partial<Customer> = {}): Customer =>
  aCustomer({
    id: idOf(letter),
    name: letter,
    identities: [{ channel: 'mail', externalId: `${letter}@c.example`, isVerified: true }],
    ...over,
  });
const alone = (letter: string): Person => ({ root: named(letter), merged: [] });

/** The person that the changes leave, as the store would load it. */
const after = (person: Person, changes: readonly { customer: Customer }[] | undefined) => {
  const changed = new Map((changes ?? []).map(({ customer }) => [customer.id, customer]));
  const fresh = (customer: Customer) => changed.get(customer.id) ?? customer;
  return { root: fresh(person.root), merged: person.merged.map(fresh) };
};

describe('merging', () => {
  test('shows the other under the one, with all identities', () => {
    const [one, other] = [alone('a'), alone('b')];

    const changes = mergePersons(one, other) ?? [];

    const [into, from] = changes.map(({ customer }) => customer);
    expect(into).toMatchObject({ merged: [idOf('b')], version: 2 });
    expect(from).toMatchObject({ mergedInto: idOf('a'), version: 2 });
    const person = { root: into ?? one.root, merged: from ? [from] : [] };
    expect(asCustomer(person).identities.map(({ externalId }) => externalId)).toEqual([
      'a@c.example',
      'b@c.example',
    ]);
  });

  test('is saved at the versions the rules saw', () => {
    const other = { root: named('b', { version: 7 }), merged: [] };

    expect(mergePersons(alone('a'), other)?.map(({ expects }) => expects)).toEqual([1, 7]);
  });

  test('of one person with itself changes nothing', () => {
    expect(mergePersons(alone('a'), alone('a'))).toBeUndefined();
  });

  test('stops before nobody can oversee it', () => {
    const crowd = { root: named('a'), merged: Array.from({ length: 19 }, () => named('c')) };

    expect(() => mergePersons(crowd, alone('b'))).toThrow(
      expect.objectContaining({ code: 'customer.too-many' }),
    );
  });

  test('by an agent forgets that they were apart', () => {
    const one = { root: named('a', { apartFrom: [idOf('b'), idOf('c')] }), merged: [] };
    const other = { root: named('b', { apartFrom: [idOf('a')] }), merged: [] };

    const changes = mergePersons(one, other) ?? [];

    expect(changes.map(({ customer }) => customer.apartFrom)).toEqual([[idOf('c')], []]);
  });
});

describe('parting', () => {
  const whole: Person = {
    root: named('a', { merged: [idOf('b')] }),
    merged: [
      named('b', { mergedInto: idOf('a'), merged: [idOf('c')] }),
      named('c', { mergedInto: idOf('b') }),
    ],
  };

  test('gives back what was there before', () => {
    const [from, other] = partPerson(whole, idOf('b')).map(({ customer }) => customer);

    expect(from).toMatchObject({ id: idOf('a'), merged: [] });
    expect(other).toMatchObject({ id: idOf('b'), mergedInto: undefined, merged: [idOf('c')] });
  });

  test('takes somebody out of the one they were merged into', () => {
    const changes = partPerson(whole, idOf('c'));

    expect(changes.map(({ customer }) => customer.id)).toEqual([idOf('b'), idOf('c')]);
  });

  test('is remembered by both', () => {
    const parted = after(whole, partPerson(whole, idOf('b')));
    const [b] = parted.merged;

    expect(areApart({ root: parted.root, merged: [] }, { root: b ?? named('b'), merged: [] })).toBe(
      true,
    );
  });

  test('of somebody who is not merged is refused', () => {
    expect(() => partPerson(whole, idOf('d'))).toThrow(
      expect.objectContaining({ code: 'customer.not-merged' }),
    );
  });
});
