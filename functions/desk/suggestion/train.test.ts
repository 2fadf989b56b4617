import { describe, expect, test } from 'vitest';
import { suggestBy } from './model.ts';
import { type Example, neededTickets, train } from './train.ts';

const now = '2026-11-22T03:00:00.000Z';
const words = {
  payouts: ['withdraw', 'payout', 'card', 'transfer', 'wallet', 'money', 'commission', 'bank'],
  parcels: ['parcel', 'tracking', 'courier', 'shipped', 'customs', 'delivery', 'post', 'box'],
  account: ['password', 'login', 'email', 'access', 'blocked', 'profile', 'code', 'constructor'],
} as const;
const filler = [
  'hello',
  'please',
  'help',
  'me',
  'since',
  'yesterday',
  'order',
  'thanks',
  'shop',
  'why',
];
type Topic = keyof typeof words;
const topics = Object.keys(words) as Topic[];

/** A deterministic walk: every example another mixture, `noise` of ten words from other topics. */
const examples = (count: number, { noise = 1, from = 0 } = {}): Example[] =>
  Array.from({ length: count }, (_, at) => {
    const index = at + from;
    const topic = topics[index % topics.length] ?? 'payouts';
    const pick = <Word>(list: readonly Word[], step: number) => list[(index * step) % list.length];
    const others = topics.filter((other) => other !== topic);
    const strange = Array.from({ length: noise }, (_, n) =>
      pick(words[others[(index + n) % 2] ?? topic], n + 3),
    );
    const own = [pick(words[topic], 1), pick(words[topic], 3), pick(words[topic], 5)];
    const body = [pick(filler, 1), ...own, pick(filler, 7), ...strange, `A-${index}`].join(' ');
    return { topic, subject: `${pick(filler, 3)} ${pick(words[topic], 7)}`, body };
  });

const trained = (count: number, noise?: number) =>
  train({ language: 'en', examples: examples(count, { noise: noise ?? 1 }), now });

describe('a model', () => {
  test('names the topic of tickets that it did not see', () => {
    const { model } = trained(600) ?? expect.unreachable();
    const suggest = suggestBy(model);
    const fresh = examples(60, { from: 10_000 });

    const right = fresh.filter((one) => suggest(one)?.topic === one.topic);

    expect(right.length).toBeGreaterThan(54);
    expect(suggest(fresh[0] ?? expect.unreachable())?.model).toBe('en@2026-11-22');
  });

  test('is the same after it was stored', () => {
    const { model } = trained(300) ?? expect.unreachable();
    const again = suggestBy(JSON.parse(JSON.stringify(model)));
    const [one = expect.unreachable()] = examples(1, { from: 77 });

    expect(again(one)).toEqual(suggestBy(model)(one));
  });

  test('says nothing of words that it does not know', () => {
    const { model } = trained(300) ?? expect.unreachable();

    expect(suggestBy(model)({ subject: 'Grüße', body: 'völlig anderes' })).toBeUndefined();
  });

  test('says nothing of what it is not sure of', () => {
    const { model } = trained(300) ?? expect.unreachable();
    const doubtful = { ...model, calibration: [[0, 0.39]] as const };
    const [one = expect.unreachable()] = examples(1, { from: 77 });

    expect(suggestBy(doubtful)(one)).toBeUndefined();
  });

  test.each([
    ['a name that every object has', 'constructor'],
    ['others', '__proto__ toString'],
    ['NUL', '\u0000'],
    ['one endless word', 'a'.repeat(100_000)],
  ])('is not confused by %s', (_, body) => {
    const { model } = trained(300) ?? expect.unreachable();
    const said = suggestBy(model)({ subject: '', body });

    expect(said?.confidence ?? 0).toBeGreaterThanOrEqual(0);
    expect(said?.confidence ?? 0).toBeLessThan(1);
  });
});

describe('its report', () => {
  test('is about the newest fifth, and beats always naming the most frequent topic', () => {
    const { report } = trained(600) ?? expect.unreachable();

    expect(report).toMatchObject({ heldOut: 120, trainedOn: 480 });
    expect(report.accuracy).toBeGreaterThan(report.baseline + 0.4);
  });

  test('admits that noise cannot be learned', () => {
    // A linear congruential generator (Numerical Recipes), so that nothing in the words tells the topic.
    let state = 7;
    const guess = () => {
      state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return topics[Math.floor((state / 2 ** 32) * topics.length)] ?? 'payouts';
    };
    const guesses = examples(600).map((one) => ({ ...one, topic: guess() }));
    const { report } = train({ language: 'en', examples: guesses, now }) ?? expect.unreachable();

    expect(report.accuracy).toBeLessThan(0.6);
    expect(report.thresholds.at(-1)?.decided).toBeLessThan(0.1);
  });

  test('decides fewer the surer it must be', () => {
    const { report } = trained(900, 4) ?? expect.unreachable();
    const decided = report.thresholds.map((one) => one.decided);

    expect(decided).toEqual(decided.toSorted((a, b) => b - a));
  });
});

test.each([
  ['too few tickets', examples(neededTickets - 1)],
  ['one topic only', examples(300).map((one) => ({ ...one, topic: 'payouts' }))],
  ['no words', examples(300).map((one) => ({ ...one, subject: '', body: '' }))],
])('nothing is learned from %s', (_, all) => {
  expect(train({ language: 'en', examples: all, now })).toBeUndefined();
});
