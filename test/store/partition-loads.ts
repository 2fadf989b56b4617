import { listShards } from '../../schemas/table.ts';

/** What one partition takes at 1,000 messages a second; `limit` in the same units. */
type PartitionLoad = {
  readonly partition: string;
  readonly arithmetic: string;
  readonly load: number;
  readonly limit: number;
};

const messages = 1000;
/** Of the busiest of ten topics. */
const busiest = 0.3;
const topicShards = 4;
/** In: taken 1, promise and dispatch 2; out: claim 1, reply 2. */
const topicWrites = 6;
/** A clock starts 1, is warned of or moved 2, ends 1. */
const dueWrites = 4;
/** Ticket writes of one message's life: taken, dispatched, claimed, answered. */
const changes = 4;
const relayBatch = 100;
const feedUnits = 6;
const numbersBlock = 20;
const tallyShards = 20;
const tallyUnits = 50;
const agents = 1000;
const screensPerRead = 25;

export const partitionLoads: readonly PartitionLoad[] = [
  {
    partition: 'a ticket',
    arithmetic: 'one conversation, a message a second: message, ticket, delivery',
    load: 12,
    limit: 1000,
  },
  {
    partition: `the busiest topic's list, over ${topicShards} shards`,
    arithmetic: `${messages} × ${busiest} × ${topicWrites} / ${topicShards}`,
    load: Math.round((messages * busiest * topicWrites) / topicShards),
    limit: 1000,
  },
  {
    partition: `due moments, over ${listShards.due} shards`,
    arithmetic: `${messages} × ${dueWrites} / ${listShards.due}`,
    load: Math.round((messages * dueWrites) / listShards.due),
    limit: 1000,
  },
  {
    partition: 'an agent’s or a customer’s list',
    arithmetic: 'a person does some changes a second at most; a loop is cut by the fuses',
    load: 10,
    limit: 1000,
  },
  {
    partition: 'ticket numbers',
    arithmetic: `${messages} / ${numbersBlock}`,
    load: messages / numbersBlock,
    limit: 1000,
  },
  {
    partition: 'the row of one connection',
    arithmetic: 'the largest rate any provider grants, 2 writes a turn',
    load: 80 * 2,
    limit: 1000,
  },
  {
    partition: 'the feed’s hour',
    arithmetic: `${messages} × ${changes} / ${relayBatch} batches × ${feedUnits} KB`,
    load: ((messages * changes) / relayBatch) * feedUnits,
    limit: 1000,
  },
  {
    partition: 'the counters',
    arithmetic: `${tallyShards} shards of the stream, a batch each 5 s, ${tallyUnits} KB`,
    load: (tallyShards / 5) * tallyUnits,
    limit: 1000,
  },
  {
    partition: 'screens that are there (reads)',
    arithmetic: `${messages} × ${changes} / ${relayBatch} batches × ${agents} screens / ${screensPerRead}`,
    load: ((messages * changes) / relayBatch) * (agents / screensPerRead),
    limit: 3000,
  },
  {
    partition: 'people (reads)',
    arithmetic: 'one read a request of the staff API',
    load: 1500,
    limit: 3000,
  },
];
