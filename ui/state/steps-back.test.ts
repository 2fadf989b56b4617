import { describe, expect, it } from 'vitest';
import { stepsBack } from './steps-back.ts';

describe('a change of status', () => {
  it('is undone at once between states of unfinished tickets', () => {
    expect(stepsBack('waiting', 'on_hold')).toEqual(['on_hold']);
  });

  it('is undone by opening a closed ticket', () => {
    expect(stepsBack('closed', 'open')).toEqual(['open']);
  });

  it.each(['closed', 'spam'] as const)('to %s is undone by opening it first', (from) => {
    expect(stepsBack(from, 'waiting')).toEqual(['open', 'waiting']);
  });
});
