import * as keys from '../../functions/dynamo/keys.ts';
import type { AccessPattern } from './access-patterns.ts';

const both = ({ PK, SK }: keys.Key) => `${PK} / ${SK}`;

/** Who is there, and how much they have to do. */
export const presenceAccessPatterns: readonly AccessPattern[] = [
  {
    question: 'Who is there?',
    asks: 'PresenceStore.list',
    where: 'table',
    key: keys.presencePartition,
    cost: 'one query, 1 read for 20 people',
  },
  {
    question: 'Is this colleague there?',
    asks: 'PresenceStore.load',
    where: 'table',
    key: both(keys.presenceKey('agt_1')),
    cost: '1 read',
  },
  {
    question: 'Somebody comes, goes or is handed a ticket',
    asks: 'PresenceStore.save',
    where: 'table',
    key: both(keys.presenceKey('agt_1')),
    cost: '1 write; 4 with the line of the audit trail',
  },
  {
    question: 'How much does everyone hold, how much did they take today?',
    asks: 'LoadStore.loads',
    where: 'table',
    key: both(keys.queueCountsKey),
    cost: '1 read per 4 KB of the counters’ item',
  },
  {
    question: 'The same, and which versions of tickets are in it',
    asks: 'LoadStore.work',
    where: 'table',
    key: both(keys.queueCountsKey),
    cost: '1 read per 4 KB of the counters’ item',
  },
];
