import { describe, expect, it } from 'vitest';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { draftOf, found, patchOf, withLimit, withSkill } from './person.ts';

describe('a change of a person', () => {
  const before = draftOf(anAgent({ shiftId: 'nights', scope: { topics: ['bug'] } }));

  it('names what differs, and takes off by null', () => {
    const after = { ...before, role: 'lead', shiftId: undefined };

    expect(patchOf(before, after)).toEqual({ role: 'lead', shiftId: null });
  });

  it('is empty when nothing differs', () => {
    expect(patchOf(before, { ...before, scope: { topics: ['bug'] } })).toEqual({});
  });
});

describe('a scope', () => {
  it('is gone with its last limit', () => {
    const topics = withLimit(undefined, 'topics', ['bug']);
    const both = withLimit(topics, 'lines', []);

    expect(both).toEqual({ topics: ['bug'], lines: [] });
    expect(withLimit(both, 'lines', undefined)).toEqual({ topics: ['bug'] });
    expect(withLimit(topics, 'topics', undefined)).toBeUndefined();
  });
});

describe('skills', () => {
  it('of a kind are no limit again when the last is taken off', () => {
    const topics = withSkill(undefined, 'topics', ['bug', 3]);
    const both = withSkill(topics, 'languages', ['ru', 5]);

    expect(both).toEqual({ topics: { bug: 3 }, languages: { ru: 5 } });
    expect(withSkill(both, 'languages', ['ru', undefined])).toEqual({ topics: { bug: 3 } });
    expect(withSkill(topics, 'topics', ['bug', undefined])).toBeUndefined();
  });
});

describe('the list of people', () => {
  const people = [
    anAgent({ id: 'agt_olga', name: 'Ольга Петрова', email: 'olga@desk.example' }),
    anAgent({ id: 'agt_anna', name: 'Anna Lee', email: 'anna@desk.example', role: 'lead' }),
    anAgent({ id: 'agt_left', name: 'Lev', email: 'lev@desk.example', active: false }),
  ];
  const everybody = { text: '', role: '', isWithInactive: true };

  it.each([
    ['without those who have no access', { isWithInactive: false }, ['Anna Lee', 'Ольга Петрова']],
    ['by the beginning of a name', { text: 'петр' }, ['Ольга Петрова']],
    ['by address', { text: 'olga@' }, ['Ольга Петрова']],
    ['by every word', { text: 'lee ann' }, ['Anna Lee']],
    ['by role', { role: 'lead' }, ['Anna Lee']],
    ['of nobody', { text: 'zzz' }, []],
  ])('is narrowed: %s', (_, over, names) => {
    expect(found(people, { ...everybody, ...over }).map(({ name }) => name)).toEqual(names);
  });
});
