import { describe, expect, it } from 'vitest';
import { elsewhere } from './elsewhere.ts';

const topics = [
  { id: 'payouts', line: 'second' },
  { id: 'bug', line: 'second' },
  { id: 'partnership', line: 'managers' },
];

describe('what waits elsewhere', () => {
  it('is what nobody holds, by line, the longest first', () => {
    const queues = [
      { topic: 'partnership', unassigned: 3 },
      { topic: 'payouts', unassigned: 2 },
      { topic: 'bug', unassigned: 4 },
    ];

    expect(elsewhere(queues, topics)).toEqual({ n: 9, lines: ['second', 'managers'] });
  });

  it('is nothing where all is taken, or the topic is gone', () => {
    const queues = [
      { topic: 'payouts', unassigned: 0 },
      { topic: 'gone', unassigned: 5 },
    ];

    expect(elsewhere(queues, topics)).toEqual({ n: 0, lines: [] });
  });
});
