import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../schemas/timeline.ts';
import { moveLetter } from './move-letter.ts';
import type { LetterAction } from './states.ts';

const now = '2026-11-22T10:00:00.000Z';
const drafted: Delivery = {
  state: 'queued',
  attempts: 0,
  at: now,
  paper: { state: 'drafted', at: now },
};
const after = (...actions: LetterAction[]) =>
  actions.reduce((delivery, action) => moveLetter(delivery, { action, now }), drafted);

describe('a letter on paper', () => {
  it.each([
    [['print'], 'printed', 'sending'],
    [['post'], 'posted', 'sent'],
    [['print', 'post'], 'posted', 'sent'],
    [['print', 'post', 'deliver'], 'delivered', 'delivered'],
    [['post', 'return'], 'returned', 'bounced'],
    [['post', 'deliver', 'return'], 'returned', 'bounced'],
  ] as const)('after %j is %s, its delivery %s', (actions, paper, delivery) => {
    const moved = after(...actions);

    expect(moved).toMatchObject({ state: delivery, attempts: 1, paper: { state: paper } });
  });

  it('keeps its tracking number once posted', () => {
    const posted = moveLetter(drafted, { action: 'post', trackingNumber: 'RR123456785DE', now });

    expect(moveLetter(posted, { action: 'deliver', now }).paper?.trackingNumber).toBe(
      'RR123456785DE',
    );
  });

  it('came back for good: a hard bounce', () => {
    expect(after('post', 'return')).toMatchObject({ permanent: true });
  });

  it.each([
    ['deliver', 'letter.wrong-state'],
    ['return', 'letter.wrong-state'],
  ] as const)('that was not posted refuses %s', (action, code) => {
    expect(() => after('print', action)).toThrow(expect.objectContaining({ code }));
  });

  it('has no paper before its file is made', () => {
    expect(() =>
      moveLetter({ state: 'queued', attempts: 0, at: now }, { action: 'print', now }),
    ).toThrow(expect.objectContaining({ code: 'letter.not-drafted' }));
  });
});
