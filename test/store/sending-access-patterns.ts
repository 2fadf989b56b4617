import * as keys from '../../functions/dynamo/keys.ts';
import { healthPartition } from '../../schemas/table.ts';
import type { AccessPattern } from './access-patterns.ts';

const both = ({ PK, SK }: keys.Key) => `${PK} / ${SK}`;

/** What sending and looking after connections ask. */
export const sendingAccessPatterns: readonly AccessPattern[] = [
  {
    question: 'When is this connection’s next turn to send?',
    asks: 'TurnStore.take',
    where: 'table',
    key: both(keys.turnsKey('telegram-main')),
    cost: '1 write, 2 behind others; kept a day',
  },
  {
    question: 'The provider wants nothing for a while',
    asks: 'TurnStore.close',
    where: 'table',
    key: both(keys.turnsKey('telegram-main')),
    cost: '1 write, 2 behind a long row',
  },
  {
    question: 'Has the provider closed since my turn was given?',
    asks: 'TurnStore.closedUntil',
    where: 'table',
    key: both(keys.turnsKey('telegram-main')),
    cost: '1 read, only for who stood in the row',
  },
  {
    question: 'How is every connection?',
    asks: 'HealthStore.list',
    where: 'table',
    key: healthPartition,
    cost: 'one query a minute by the clock, 1 read for ten',
  },
  {
    question: 'How is this connection?',
    asks: 'HealthStore.load',
    where: 'table',
    key: both(keys.healthKey('telegram-main')),
    cost: '1 read',
  },
  {
    question: 'Its state changed, something came or left, somebody asked for a check',
    asks: 'HealthStore.save',
    where: 'table',
    key: both(keys.healthKey('telegram-main')),
    cost: '1 write for a change of state, else one in 5 or 10 minutes a process',
  },
];
