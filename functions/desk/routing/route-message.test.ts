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
