/**
 * The shape of the desk's one table, as data: infrastructure builds the table from it, `functions/dynamo` reads and
 * writes by it, store tests make the same table locally. All keys are strings.
 */
export const tableKeys = { partition: 'PK', sort: 'SK' } as const;
/** Epoch seconds after which the service may remove an item. */
export const expiresAttribute = 'expiresAt';

export type IndexShape = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Attributes carried beside the keys; an empty list is KEYS_ONLY. */
  readonly includes: readonly string[];
};

/**
 * An index's projection cannot be changed once it exists, so lists carry one packed attribute, `summary`: what a later
 * version of the desk adds to a line of a list needs no new index. `assigneeId` stays out of `byCustomer` on purpose:
 * taking a ticket then writes one index less.
 */
export const tableIndexes = [
  {
    name: 'byTopic',
    partition: 'topicList',
    sort: 'topicOrder',
    includes: ['summary', 'customerId', 'assigneeId'],
  },
  {
    name: 'byAgent',
    partition: 'assigneeId',
    sort: 'agentOrder',
    includes: ['summary', 'customerId'],
  },
  { name: 'byCustomer', partition: 'customerId', sort: 'customerOrder', includes: ['summary'] },
  { name: 'byDue', partition: 'dueList', sort: 'dueOrder', includes: [] },
] as const satisfies readonly IndexShape[];

export type IndexName = (typeof tableIndexes)[number]['name'];

/**
 * Partitions a list is spread over. An index partition takes 1,000 write units a second. Raise a number when a list
 * comes near (docs/ACCESS-PATTERNS.md has the arithmetic); never lower it: older items would not be read.
 */
export const listShards: {
  readonly due: number;
  readonly topic: Readonly<Record<string, number>>;
} = {
  due: 8,
  /** Topics that are not named have one. */
  topic: {},
};

/** Partitions of tickets begin so. The stream's readers start for these alone, above all not for what they write. */
export const ticketPartitionPrefix = 'T#';

/** How every connection is, and what agents asked of it: relay starts for this one, too. */
export const healthPartition = 'HEALTH';

/**
 * Partition keys of what functions write that strangers call or that follow the stream. Their roles may write these and
 * no others; a test compares with `functions/dynamo/keys.ts`. `*` stands for any text.
 */
export const partitionPatterns = {
  /** Rate fuses of visitors. */
  fuses: 'R#*',
  /** Addresses that want no automatic mail, hashed. */
  unsubscribed: 'U#*',
  /** Who is connected over the WebSocket. */
  connections: 'CONNECTIONS',
  /** Visitors of the site chat who are connected, and the screens that watch them. */
  visits: 'V#*',
  /** What changed, for screens that reconnect. */
  feed: 'F#*',
  /** Backlogs of topics, and what agents hold. */
  counts: 'COUNTS',
  /** First messages by day. */
  arrivals: 'D#*',
  /** Who of the staff is there, and what they were handed lately. */
  presence: 'PRESENCE',
} as const;
export type PartitionPattern = (typeof partitionPatterns)[keyof typeof partitionPatterns];
