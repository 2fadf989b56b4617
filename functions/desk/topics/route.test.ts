import { describe, expect, it } from 'vitest';
import { defaultTopics } from '../defaults/topics.ts';
import { routeTopic } from './route.ts';

const about = (subject: string, text = '') =>
  routeTopic({ subject, text, connectionTopic: 'other', topics: defaultTopics });

describe('the topic of a first message', () => {
  it.each([
    ['My cashback was not credited', 'missing-cashback'],
    ['Не начислили кэшбэк за заказ', 'missing-cashback'],
    ['When will it be confirmed?', 'confirmation'],
    ['Где мои выплаты', 'payouts'],
    ['I forgot my password', 'account'],
    ['Трек-номер посылки', 'parcels'],
    ['The site does not work', 'bug'],
    ['Договор', 'legal'],
  ])('“%s” is %s', (subject, topic) => {
    expect(about(subject).topic).toBe(topic);
  });

  it('is what the customer chose in the form, whatever the words', () => {
    const routed = routeTopic({
      subject: 'payout',
      text: '',
      chosenTopic: 'legal',
      connectionTopic: 'other',
      topics: defaultTopics,
    });

    expect(routed).toEqual({ topic: 'legal', reason: { rule: 'form', detail: 'legal' } });
  });

  it('is the mailbox’s when no keyword is found', () => {
    expect(about('Hello')).toEqual({
      topic: 'other',
      reason: { rule: 'connection', detail: 'other' },
    });
  });

  it('is the last one when nothing at all decides', () => {
    expect(routeTopic({ subject: 'Hello', text: '', topics: defaultTopics })).toEqual({
      topic: 'other',
      reason: { rule: 'fallback', detail: 'other' },
    });
  });

  it('finds keywords at word beginnings only', () => {
    expect(about('rewithdrawal').topic).toBe('other');
  });
});
