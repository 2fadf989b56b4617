import { describe, expect, it } from 'vitest';
import { RoutingRules } from '../../../schemas/routing.ts';
import { faultsOf } from './faults-of.ts';
import { patternFault, patternsOf } from './patterns.ts';
import { runRules } from './run-rules.ts';
import type { RoutingSample } from './sample.ts';

const aSample = (over: Partial<RoutingSample> = {}): RoutingSample => ({
  channel: 'mail',
  connectionId: 'support',
  tier: 'standard',
  language: 'en',
  sender: 'ann@mail.shop.example',
  subject: 'My withdrawal',
  body: 'I have been waiting for my payouts since Friday.',
  attachments: [],
  fields: {},
  occurredAt: '2026-11-20T22:30:00.000Z',
  ...over,
});

type Written = Partial<RoutingRules['rules'][number]>;
const rulesOf = (written: readonly Written[], mode: 'first' | 'all' = 'first'): RoutingRules =>
  RoutingRules.parse({
    mode,
    rules: written.map((rule, index) => ({
      id: `rule-${index}`,
      name: `Rule ${index}`,
      actions: { topic: `topic-${index}` },
      ...rule,
    })),
  });
const run = (rules: RoutingRules, sample: Partial<RoutingSample> = {}) =>
  runRules(rules, aSample(sample), patternsOf(rules));
const meets = (condition: object, sample: Partial<RoutingSample> = {}): boolean =>
  run(rulesOf([{ all: [condition as never] }]), sample).actions.topic === 'topic-0';

describe('one condition', () => {
  it.each([
    ['the channel', { field: 'channel', in: ['sms', 'mail'] }, {}],
    ['the connection', { field: 'connection', in: ['support'] }, {}],
    ['the topic chosen in a form', { field: 'form', in: ['payouts'] }, { chosenTopic: 'payouts' }],
    ['the language', { field: 'language', in: ['ru'] }, { language: 'ru' as const }],
    ['the customer’s tier', { field: 'tier', in: ['vip'] }, { tier: 'vip' }],
    ['an address', { field: 'sender', in: ['Ann@Mail.Shop.example'] }, {}],
    ['a domain', { field: 'sender', in: ['@mail.shop.example'] }, {}],
    ['whatever is below a domain', { field: 'sender', in: ['*.shop.example'] }, {}],
    ['a word by its stem', { field: 'words', any: ['payout'] }, {}],
    ['a Russian word by its stem', { field: 'words', any: ['выплата'] }, { body: 'Где выплаты?' }],
    ['ё as е', { field: 'words', any: ['счёт'] }, { body: 'на счете пусто' }],
    ['a phrase in a row', { field: 'words', any: ['wait for my payout'] }, {}],
    ['a word of the subject', { field: 'words', where: 'subject', any: ['withdrawals'] }, {}],
    ['a pattern, whatever its case', { field: 'pattern', pattern: 'since\\s+FRI' }, {}],
    ['any file', { field: 'attachment' }, { attachments: [{ name: 'a.png', type: 'image/png' }] }],
    [
      'a kind of file',
      { field: 'attachment', any: ['image/*'] },
      { attachments: [{ name: 'a.png', type: 'image/png' }] },
    ],
    [
      'the end of a file’s name',
      { field: 'attachment', any: ['.APK'] },
      { attachments: [{ name: 'shop.apk', type: 'application/octet-stream' }] },
    ],
    [
      'a field of the form',
      { field: 'custom', id: 'shop', in: ['Nord'] },
      { fields: { shop: 'nord ' } },
    ],
    ['a field that is filled in', { field: 'custom', id: 'shop' }, { fields: { shop: 'x' } }],
    [
      'the hour on the clock of a zone',
      { field: 'time', zone: 'Europe/Berlin', days: [5], from: 1380, to: 1440 },
      {},
    ],
    [
      'the hours after midnight of a window that began the day before',
      { field: 'time', zone: 'UTC', days: [5], from: 1320, to: 120 },
      { occurredAt: '2026-11-21T01:59:00.000Z' },
    ],
  ])('is met by %s', (_, condition, sample) => {
    expect(meets(condition, sample)).toBe(true);
  });

  it.each([
    ['another channel', { field: 'channel', in: ['sms'] }, {}],
    ['a domain that only ends alike', { field: 'sender', in: ['*.op.example'] }, {}],
    ['part of a word', { field: 'words', any: ['pay'] }, {}],
    ['words that do not stand in a row', { field: 'words', any: ['waiting payouts'] }, {}],
    ['a word that is only in the body', { field: 'words', where: 'subject', any: ['payout'] }, {}],
    ['no file', { field: 'attachment', any: ['image/*'] }, {}],
    ['an empty field', { field: 'custom', id: 'shop' }, { fields: { shop: '  ' } }],
    [
      'the end of a half-open window',
      { field: 'time', zone: 'UTC', days: [5], from: 0, to: 1350 },
      {},
    ],
    [
      'the hours after midnight of another day',
      { field: 'time', zone: 'UTC', days: [6], from: 1320, to: 120 },
      { occurredAt: '2026-11-21T01:59:00.000Z' },
    ],
  ])('is not met by %s', (_, condition, sample) => {
    expect(meets(condition, sample)).toBe(false);
  });
});

describe('a set of rules', () => {
  const mail = { field: 'channel', in: ['mail'] } as never;
  const sms = { field: 'channel', in: ['sms'] } as never;

  it('lets the first that matches decide alone', () => {
    const { actions, path } = run(rulesOf([{ all: [sms] }, { all: [mail] }, {}]));

    expect(actions.topic).toBe('topic-1');
    expect(path).toEqual([
      { rule: 'rule-0', name: 'Rule 0', matched: false, because: ['not channel'] },
      { rule: 'rule-1', name: 'Rule 1', matched: true, because: ['channel:mail'] },
    ]);
  });

  it('lets every one that matches act: the later word counts, tags add up', () => {
    const rules = rulesOf(
      [
        { actions: { topic: 'payouts', tags: ['money'], priority: 'high' } },
        { actions: { topic: 'account', tags: ['money', 'login'] } },
      ],
      'all',
    );

    expect(run(rules).actions).toEqual({
      topic: 'account',
      priority: 'high',
      tags: ['money', 'login'],
    });
  });

  it('ends at a rule that says it is the last', () => {
    const rules = rulesOf([{ isLast: true }, {}], 'all');

    expect(run(rules).actions.topic).toBe('topic-0');
  });

  it('needs one of `any`, and none of `none`', () => {
    expect(run(rulesOf([{ any: [sms, mail] }])).actions.topic).toBe('topic-0');
    expect(run(rulesOf([{ any: [sms] }])).actions.topic).toBeUndefined();
    expect(run(rulesOf([{ none: [mail] }])).path[0]?.because).toEqual(['but channel:mail']);
  });

  it('asks no rule that is off', () => {
    expect(run(rulesOf([{ isOn: false }])).path).toEqual([]);
  });

  it('takes a pattern that would hold a backtracking engine for years', () => {
    const rules = rulesOf([{ all: [{ field: 'pattern', where: 'body', pattern: '(a+)+$' }] }]);

    expect(run(rules, { body: `${'a'.repeat(19_000)}!` }).actions.topic).toBeUndefined();
  });
});

describe('rules that somebody wrote', () => {
  const names = {
    topics: ['topic-0'],
    lines: ['front'],
    connections: ['support'],
    agents: [],
    patternFault,
  };
  const faults = (written: Written) => faultsOf(rulesOf([written]), names);

  it('are saved when everything they name exists', () => {
    expect(faults({ all: [{ field: 'connection', in: ['support'] }] })).toEqual([]);
  });

  it.each([
    [{ all: [{ field: 'pattern', where: 'text', pattern: '(' }] }, 'rules.0.all.0'],
    [{ any: [{ field: 'words', where: 'text', any: ['!!'] }] }, 'rules.0.any.0'],
    [{ none: [{ field: 'connection', in: ['gone'] }] }, 'rules.0.none.0'],
    [{ all: [{ field: 'time', zone: 'Mars/Base', days: [1], from: 0, to: 60 }] }, 'rules.0.all.0'],
    [{ actions: { topic: 'gone' } }, 'rules.0.actions'],
    [{ actions: {} }, 'rules.0.actions'],
  ] as const)('are refused where they could not work: %j', (written, at) => {
    expect(faults(written as unknown as Written).map((fault) => fault.at)).toEqual([at]);
  });

  it('are refused when two have one id', () => {
    const twice = rulesOf([{ id: 'same' }, { id: 'same', actions: { topic: 'topic-0' } }]);

    expect(faultsOf(twice, names).map(({ at }) => at)).toEqual(['rules.1']);
  });
});
