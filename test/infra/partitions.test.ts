import { describe, expect, it } from 'vitest';
import {
  arrivalDayKey,
  connectionsPartition,
  feedPartition,
  fuseKey,
  healthKey,
  presenceKey,
  queueCountsKey,
  ticketPartition,
  unsubscribedKey,
  visitKey,
  visitorsPartition,
  watchersPartition,
} from '../../functions/dynamo/keys.ts';
import { healthPartition, partitionPatterns, ticketPartitionPrefix } from '../../schemas/table.ts';

const matches = (pattern: string, partition: string): boolean =>
  pattern.endsWith('*') ? partition.startsWith(pattern.slice(0, -1)) : partition === pattern;

describe('partitions that roles and the stream’s filter name', () => {
  it.each([
    ['fuses', partitionPatterns.fuses, fuseKey('form|ip|192.0.2.1', 'hour', 0).PK],
    ['unsubscribed', partitionPatterns.unsubscribed, unsubscribedKey('x').PK],
    ['connections', partitionPatterns.connections, connectionsPartition],
    ['visits', partitionPatterns.visits, visitKey('c1=').PK],
    ['visitors', partitionPatterns.visits, visitorsPartition('site-chat', 'v:1')],
    ['watchers', partitionPatterns.visits, watchersPartition('tkt_1042')],
    ['feed', partitionPatterns.feed, feedPartition('2026-11-22T10:00:00.000Z')],
    ['counts', partitionPatterns.counts, queueCountsKey.PK],
    ['presence', partitionPatterns.presence, presenceKey('agt_1').PK],
    ['arrivals', partitionPatterns.arrivals, arrivalDayKey('2026-11-22').PK],
    ['health', healthPartition, healthKey('telegram-main').PK],
    ['tickets', `${ticketPartitionPrefix}*`, ticketPartition('tkt_1042')],
  ])('of %s are those the stores use', (_name, pattern, partition) => {
    expect(matches(pattern, partition)).toBe(true);
  });
});
