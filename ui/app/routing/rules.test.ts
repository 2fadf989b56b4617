import { describe, expect, it } from 'vitest';
import { RoutingCondition, RoutingRule } from '../../../schemas/routing.ts';
import { routing as words } from '../../texts/settings/routing-en.ts';
import {
  becauseText,
  blankCondition,
  blankRule,
  fieldNames,
  ticketIdOf,
  withAction,
} from './rules.ts';

it('every kind of condition can be added', () => {
  const kinds = RoutingCondition.options.map(({ shape }) => shape.field.value);

  expect(fieldNames.toSorted()).toEqual(kinds.toSorted());
  for (const field of fieldNames) expect(blankCondition(field, 'UTC').field).toBe(field);
});

it('a new rule has an id that is free, and is one', () => {
  const first = blankRule([], 'New rule');
  const taken = { ...first, id: 'rule-2' };

  expect(blankRule([taken], 'New rule').id).toBe('rule-3');
  expect(RoutingRule.parse(first)).toEqual(first);
});

it('an action is set and taken away again', () => {
  const actions = withAction({ topic: 'bug' }, 'priority', 'high');

  expect(actions).toEqual({ topic: 'bug', priority: 'high' });
  expect(withAction(actions, 'priority', undefined)).toEqual({ topic: 'bug' });
});

describe('why a rule answered as it did', () => {
  it.each([
    ['words:pay out', 'Words: pay out'],
    ['time:09:00', 'Time: 09:00'],
    ['not channel', 'not met: Channel'],
    ['but sender:@shop.example', 'excluded by Sender: @shop.example'],
    ['none of any', 'none of the alternatives is met'],
    ['something newer', 'something newer'],
  ])('%s', (because, text) => {
    expect(becauseText(because, words.fields, words.because)).toBe(text);
  });
});

it.each([
  ['1042', 'tkt_1042'],
  [' #7 ', 'tkt_7'],
  ['tkt_9', 'tkt_9'],
  ['one', undefined],
  ['', undefined],
])('a ticket number as somebody writes it: %j', (text, id) => {
  expect(ticketIdOf(text)).toBe(id);
});
