import { describe, expect, it } from 'vitest';
import { RoutingRules } from '../../../schemas/routing.ts';
import { defaultTopics } from '../defaults/topics.ts';
import { patternsOf } from './patterns.ts';
import { routeMessage } from './route-message.ts';
import type { RoutingSample } from './sample.ts';

const sample: RoutingSample = {
  channel: 'mail',
  connectionId: 'support',
  tier: 'standard',
  sender: 'ann@shop.example',
  subject: 'Question',
  body: 'My payout is late.',
  attachments: [],
  fields: {},
  occurredAt: '2026-11-20T10:00:00.000Z',
};
const route = (rules: readonly object[], over: Partial<RoutingSample> = {}) => {
  const book = RoutingRules.parse({ mode: 'all', rules });
  return routeMessage({
    book: { rules: book, version: 1, matches: patternsOf(book) },
    sample: { ...sample, ...over },
    topics: defaultTopics,
    connectionTopic: 'other',
  });
};
const rule = (id: string, actions: object, all: readonly object[] = []) => ({
  id,
  name: `The ${id}`,
  all,
  actions,
});

describe('a first message', () => {
  it('goes where a rule says, and the rule is named', () => {
    const shop = rule('shop', { topic: 'partnership' }, [
      { field: 'sender', in: ['@shop.example'] },
    ]);

    expect(route([shop])).toMatchObject({
      topic: 'partnership',
      reason: { rule: 'rule', detail: 'The shop' },
    });
  });

  it('goes by the topics’ own words where no rule names one', () => {
    const urgent = rule('urgent', { priority: 'urgent' });

    expect(route([urgent])).toMatchObject({
      topic: 'payouts',
      reason: { rule: 'keyword' },
      actions: { priority: 'urgent' },
      path: [{ rule: 'urgent', matched: true }],
    });
  });

  it('is named after the last rule that gave it its topic', () => {
    const rules = [rule('first', { topic: 'bug' }), rule('second', { topic: 'legal' })];

    expect(route(rules).reason).toEqual({ rule: 'rule', detail: 'The second' });
  });

  it('is not lost when a rule names a topic that is no longer deployed', () => {
    expect(route([rule('old', { topic: 'gone-topic' })]).topic).toBe('payouts');
  });

  it('follows the customer’s choice before words', () => {
    expect(route([], { chosenTopic: 'parcels' })).toMatchObject({
      topic: 'parcels',
      reason: { rule: 'form' },
    });
  });
});

describe('the learned suggestion', () => {
  const learned = (decidesFrom?: number, over: Partial<RoutingSample> = {}, topic = 'parcels') => {
    const rules = RoutingRules.parse({ mode: 'first', rules: [] });
    const suggestion = { topic, confidence: 0.92, model: 'en@2026-11-22' };
    return routeMessage({
      book: {
        rules,
        version: 0,
        matches: () => false,
        suggestion: {
          suggest: () => suggestion,
          ...(decidesFrom !== undefined && { decidesFrom }),
        },
      },
      sample: { ...sample, ...over },
      topics: defaultTopics,
    });
  };

  it('only suggests', () => {
    expect(learned()).toMatchObject({ topic: 'payouts', suggestion: { topic: 'parcels' } });
  });

  it('decides where it may and is sure enough, before the topics’ own words', () => {
    expect(learned(0.9)).toMatchObject({
      topic: 'parcels',
      reason: { rule: 'learned', detail: 'en@2026-11-22 92 %' },
    });
    expect(learned(0.95).topic).toBe('payouts');
  });

  it('does not overrule what the customer chose', () => {
    expect(learned(0.5, { chosenTopic: 'account' }).topic).toBe('account');
  });

  it('names no topic that is not deployed', () => {
    expect(learned(0.5, {}, 'lottery')).toMatchObject({ topic: 'payouts' });
    expect(learned(0.5, {}, 'lottery').suggestion).toBeUndefined();
  });
});
