import { describe, expect, test } from 'vitest';
import { SimulatedDay } from '../../../schemas/simulation.ts';
import { patienceMinutes } from '../tickets/next.ts';
import { arrivalsOf } from './arrivals.ts';
import { type Played, play } from './play.ts';
import { longestQueue, type Rule, ruleOf } from './rules.ts';
import { setStage } from './stage.ts';

/**
 * The rule promises: whoever is taken wrote at most `patience` after the one who waits longest. For either the longest
 * of all is in the longest queue, or its topic is forgotten and goes first, or the oldest of the longest queue is no
 * more than `patience` younger. So of those who come later only they overtake anybody who write within `patience`
 * after: nobody waits longer than `patience` plus what they would wait in a first-come line, had they written then.
 */
const patience = patienceMinutes * 60;

/** One team for all topics, so that only the rule decides; three times what it can answer, for a day. */
const anOverload = (seed: number) =>
  SimulatedDay.parse({
    name: 'three times as many as can be answered',
    seed,
    start: '2026-11-11T00:00:00.000Z',
    days: 1,
    topics: [
      ['missing-cashback', 80],
      ['payouts', 40],
      ['how-to', 20],
      ['account', 8],
      ['bug', 2],
      ['legal', 0.5],
    ].map(([id, perHour]) => ({
      id,
      perHour,
      line: 'front',
      handling: { medianMinutes: 4, p90Minutes: 9 },
    })),
    agents: [{ name: 'all', count: 4, lines: ['front'] }],
    // One target for all: inside a topic the order of dues is then that of arrivals.
    promises: [
      {
        id: 'all',
        version: 1,
        name: 'All',
        conditions: {},
        normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 28_800 } } },
        warn: [],
        options: { agentOpened: 'not-running', thirdParty: 'nobody' },
      },
    ],
  });

const played = (seed: number, rule: Rule): Played => {
  const day = anOverload(seed);
  return play({ stage: setStage(day), arrivals: arrivalsOf(day), policy: rule });
};

/** By how many seconds anybody was younger who was taken than the one who waited longest then. */
const mostOvertaken = ({ tickets, takings }: Played): number => {
  const taken = new Set<number>();
  let [oldest, worst] = [0, 0];
  for (const { ticket } of takings) {
    while (taken.has(tickets[oldest]?.number ?? 0)) oldest += 1;
    const waiting = tickets[oldest];
    if (waiting) worst = Math.max(worst, ticket.arrival.at - waiting.arrival.at);
    taken.add(ticket.number);
  }
  return worst;
};

/** Until somebody begins with it; who is never begun with waits to the day's end. */
const longestWait = ({ tickets }: Played, topic: string): number =>
  Math.max(
    ...tickets
      .filter((ticket) => ticket.topic === topic)
      .map(({ arrival, takenAt }) => (takenAt ?? Date.parse('2026-11-12') / 1000) - arrival.at),
  );

const seeds = [1, 2, 3, 4, 5];
const smallest = 'legal';
/** The longest handling time: the same moment finds other people free in the two plays. */
const slack = 60 * 60;

describe('three times the load', () => {
  test.each(seeds)('lets nobody be overtaken by who came half an hour later (seed %i)', (seed) => {
    expect(mostOvertaken(played(seed, longestQueue()))).toBeLessThanOrEqual(patience);
  });

  test.each(seeds)(
    'keeps no topic longer than a first-come line and half an hour (seed %i)',
    (seed) => {
      const ours = played(seed, longestQueue());
      const line = played(seed, ruleOf('first-come'));
      const longest = Math.max(...anOverload(seed).topics.map(({ id }) => longestWait(line, id)));

      expect(longestWait(ours, smallest)).toBeLessThanOrEqual(longest + patience + slack);
    },
  );

  test('without patience starves the smallest topic, and lets it be overtaken for hours', () => {
    const starving = played(1, longestQueue(Number.POSITIVE_INFINITY));
    const fair = played(1, longestQueue());

    expect(mostOvertaken(starving)).toBeGreaterThan(8 * 3600);
    expect(longestWait(starving, smallest)).toBeGreaterThan(longestWait(fair, smallest) + patience);
  });
});
