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
  {
    question: 'May I tell this target of this alert?',
    asks: 'AlertStore.claim',
    where: 'table',
    key: `${keys.alertKey('evt_1', 'webhook').PK} / hash of the target`,
    cost: '1 write',
  },
  {
    question:
      'Is it one of the first of the target’s minute, or of those told together at its end?',
    asks: 'AlertStore.enter',
    where: 'table',
    key: 'G#<hash of the target> / - and / <minute>#evt_…',
    cost: '1 read, 1 write; 6 writes for one that is told with others; kept a day',
  },
  {
    question: 'What is told together?',
    asks: 'AlertStore.close',
    where: 'table',
    key: 'G#<hash of the target> / begins with <minute>#',
    cost: '1 write, one query',
  },
  {
    question: 'The target wants this alert later',
    asks: 'AlertStore.putOff',
    where: 'table',
    key: `${keys.alertKey('evt_1', 'webhook').PK} / hash of the target`,
    cost: '1 write',
  },
  {
    question: 'The target was told, or given up',
    asks: 'AlertStore.finish',
    where: 'table',
    key: `${keys.alertKey('evt_1', 'webhook').PK} / hash of the target`,
    cost: '1 write',
  },
];
