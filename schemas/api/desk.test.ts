import { describe, expect, it } from 'vitest';
import { addAgent, updateAgent } from './desk.ts';

describe('a change of a person', () => {
  it('says nothing about lines and leads that it does not name', () => {
    const change = updateAgent.body.parse({ role: 'admin', version: 3 });

    expect(change).toEqual({ role: 'admin', version: 3 });
  });
});

describe('a new person', () => {
  it('has no lines and leads unless they are named', () => {
    const person = { email: 'kim@desk.example', name: 'Kim', role: 'operator' };

    expect(addAgent.body.parse(person)).toEqual({ ...person, lines: [], leads: [] });
  });
});
