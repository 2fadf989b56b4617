import * as keys from '../../functions/dynamo/keys.ts';
import type { AccessPattern } from './access-patterns.ts';

const both = ({ PK, SK }: keys.Key) => `${PK} / ${SK}`;

/** How much comes, and which proposals somebody put aside. */
export const arrivalAccessPatterns: readonly AccessPattern[] = [
  {
    question: 'How many came in each hour of these days?',
    asks: 'ArrivalStore.days',
    where: 'table',
    key: `${keys.arrivalsPartition('2026')} / from day to day`,
    cost: 'one query for each year, 1 read for about 8 days of ten topics',
  },
  {
    question: 'Close a day of arrivals',
    asks: 'ArrivalStore.save',
    where: 'table',
    key: both(keys.arrivalDayKey('2026-11-22')),
    cost: '1 write per KB, three days each night',
  },
  {
    question: 'How many came today and in the last days?',
    asks: 'ArrivalStore.recent',
    where: 'table',
    key: both(keys.queueCountsKey),
    cost: '1 read per 4 KB of the counters’ item',
  },
  {
    question: 'How long does it take now: queues, loads, arrivals?',
    asks: 'CountedStore.counted',
    where: 'table',
    key: both(keys.queueCountsKey),
    cost: '1 read per 4 KB of the counters’ item, shared for 3 seconds',
  },
  {
    question: 'Which proposals of peaks were put aside?',
    asks: 'ProposalStore.dismissed',
    where: 'table',
    key: keys.dismissedPartition,
    cost: 'one query',
  },
  {
    question: 'Put a proposal aside',
    asks: 'ProposalStore.dismiss',
    where: 'table',
    key: both(keys.dismissedKey('arrivals|2026-11-22')),
    cost: '1 write, kept 400 days',
  },
];
