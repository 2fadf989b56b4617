import { describe, expect, test } from 'vitest';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { countSteps, oldestWait, touchedTopics } from './queue-counts.ts';

const open = aTicket({ topic: 'bugs' });

describe('the counters of queues', () => {
  test('know on which lines waits what nobody holds', () => {
    const front = { ...open, line: 'front' };
    const held = { ...front, assigneeId: 'agt_ann' };
    const counts = countSteps([], [{ after: front }, { after: front }, { after: held }]);

    expect(counts).toMatchObject([{ unassigned: 2, byLine: { front: 2 } }]);
    expect(
      countSteps(counts, [{ before: front, after: { ...front, line: 'second' } }]),
    ).toMatchObject([{ byLine: { front: 1, second: 1 } }]);
    expect(
      countSteps(countSteps([], [{ after: front }]), [{ before: front, after: held }]),
    ).toMatchObject([{ unassigned: 0, byLine: {} }]);
  });

  test('count an open ticket until it closes', () => {
    const closed = { ...open, status: 'closed' as const };

    const opened = countSteps([], [{ after: open }]);
    const done = countSteps(opened, [{ before: open, after: closed }]);

    expect(opened).toMatchObject([{ topic: 'bugs', active: 1, unassigned: 1 }]);
    expect(done).toMatchObject([{ topic: 'bugs', active: 0, unassigned: 0, postponed: 0 }]);
  });

  test('count a breach only while the ticket is in work', () => {
    const breached = { ...open, isBreached: true };
    const waiting = { ...breached, status: 'waiting' as const };

    const counts = countSteps([], [{ after: breached }, { before: breached, after: waiting }]);

    expect(counts).toMatchObject([{ active: 0, breached: 0, postponed: 1 }]);
  });

  test('move a ticket from topic to topic', () => {
    const moved = { ...open, topic: 'fraud' };

    const counts = countSteps([], [{ after: open }, { before: open, after: moved }]);

    expect(counts).toMatchObject([
      { topic: 'bugs', active: 0 },
      { topic: 'fraud', active: 1 },
    ]);
    expect(touchedTopics([{ before: open, after: moved }])).toEqual(['bugs', 'fraud']);
  });

  test('never go below nothing', () => {
    expect(countSteps([], [{ before: open }])).toMatchObject([{ active: 0, unassigned: 0 }]);
  });

  test('take the wait of whoever waits, not of those we wait for', () => {
    const answered = aTicket({ waitingSince: undefined });
    const waits = aTicket({ waitingSince: '2026-11-01T00:00:00.000Z' });

    expect(oldestWait([answered, waits])).toBe('2026-11-01T00:00:00.000Z');
    expect(oldestWait([answered])).toBeUndefined();
  });
});
