import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { holdSteps, loadOf, takenToday, takeOf, withoutTopics } from './loads.ts';

const day = '2026-11-02';
const held = aTicket({ topic: 'bugs', assigneeId: 'agt_olga' });
const loads = (...args: Parameters<typeof holdSteps>) => holdSteps(...args).map(loadOf);

describe('what somebody holds', () => {
  test('are the open tickets that are theirs', () => {
    expect(loads([], [{ after: held }])).toMatchObject([
      { agentId: 'agt_olga', tickets: 1, chats: 0 },
    ]);
    expect(loads([], [{ after: { ...held, status: 'waiting' } }])).toEqual([]);
  });

  test('are chats where the customer waits', () => {
    expect(loads([], [{ after: { ...held, channel: 'telegram' } }])).toMatchObject([
      { tickets: 1, chats: 1 },
    ]);
  });

  test('goes from hand to hand', () => {
    const step = { before: held, after: { ...held, assigneeId: 'agt_ivan' } };

    expect(loads(holdSteps([], [{ after: held }]), [step])).toMatchObject([
      { agentId: 'agt_ivan', tickets: 1 },
    ]);
  });
});

describe('what somebody took today', () => {
  const take = { agentId: 'agt_olga', day };

  test('counts what came into their hands', () => {
    expect(takeOf({ before: { ...held, assigneeId: undefined }, after: held }, day)).toEqual(take);
    expect(takeOf({ before: held, after: { ...held, status: 'waiting' } }, day)).toBeUndefined();
  });

  test('begins anew each day, and a late record of yesterday adds nothing', () => {
    const yesterday = holdSteps([], [], [take, take]);
    const today = holdSteps(yesterday, [], [{ ...take, day: '2026-11-03' }, take]);

    expect(yesterday.map(loadOf)).toMatchObject([{ taken: 2, day }]);
    expect(today.map(loadOf)).toMatchObject([{ taken: 1, day: '2026-11-03' }]);
    expect(takenToday(today.map(loadOf)[0], '2026-11-04T08:00:00.000Z')).toBe(0);
  });
});

/** The same counted the slow way. */
const recounted = (tickets: readonly Ticket[]) =>
  holdSteps(
    [],
    tickets.map((after) => ({ after })),
  );
const sorted = (holdings: ReturnType<typeof holdSteps>) =>
  holdings.map(loadOf).toSorted((a, b) => a.agentId.localeCompare(b.agentId));

const change = fc.record({
  number: fc.integer({ min: 1, max: 6 }),
  topic: fc.constantFrom('bugs', 'payouts'),
  assigneeId: fc.constantFrom('agt_ann', 'agt_ben', undefined),
  status: fc.constantFrom('open', 'waiting', 'closed', 'spam'),
  channel: fc.constantFrom('mail', 'chat', 'viber'),
});

describe('loads', () => {
  test('after any story are those of a recount, whichever way the batches are cut', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (story, size) => {
          const tickets = new Map<number, Ticket>();
          const steps = story.map(({ number, ...over }) => {
            const before = tickets.get(number);
            const after = aTicket({ id: `tkt_${number}`, number, ...over });
            tickets.set(number, after);
            return { ...(before && { before }), after };
          });
          let holdings: ReturnType<typeof holdSteps> = [];
          for (let at = 0; at < steps.length; at += size)
            holdings = holdSteps(holdings, steps.slice(at, at + size));
          const all = [...tickets.values()];
          const bugs = all.filter(({ topic }) => topic === 'bugs').map((after) => ({ after }));

          expect(sorted(holdings)).toEqual(sorted(recounted(all)));
          expect(sorted(holdSteps(withoutTopics(holdings, ['bugs']), bugs))).toEqual(
            sorted(recounted(all)),
          );
        },
      ),
    );
  });
});
