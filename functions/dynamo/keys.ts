import { createHash } from 'node:crypto';
import { healthPartition, listShards, ticketPartitionPrefix } from '../../schemas/table.ts';
import type { TicketGroup, TicketSummary } from '../../schemas/ticket.ts';

/** Where an item lies. */
export type Key = { readonly PK: string; readonly SK: string };

/** Sort key of an item that is alone in its partition. */
const alone = '-';
/** Behind every other sort key of the ticket: one descending query meets the ticket first, then its newest entries. */
const ticketSort = '~';
const entryPrefix = 'E#';

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Epoch milliseconds in nine base-36 digits: sorts as text until the year 5188 and takes a third of ISO's bytes. */
const instantDigits = 9;
const never = 'z'.repeat(instantDigits);
export const instantKey = (instant: string): string => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds) || milliseconds < 0)
    throw new RangeError(`not an instant after 1970: ${instant}`);
  return milliseconds.toString(36).padStart(instantDigits, '0');
};
export const instantOfKey = (key: string): string =>
  new Date(Number.parseInt(key.slice(0, instantDigits), 36)).toISOString();

const numberOf = (ticketId: string) => ticketId.slice('tkt_'.length);
const shardOf = (ticketId: string, shards: number) => Number(numberOf(ticketId)) % shards;

export const ticketPartition = (ticketId: string) =>
  `${ticketPartitionPrefix}${numberOf(ticketId)}`;
export const ticketIdOfPartition = (partition: string) =>
  `tkt_${partition.slice(ticketPartitionPrefix.length)}`;
export const ticketKey = (ticketId: string): Key => ({
  PK: ticketPartition(ticketId),
  SK: ticketSort,
});
export const isTicketSort = (sort: string) => sort === ticketSort;

export const entryKey = (place: {
  readonly ticketId: string;
  readonly occurredAt: string;
  readonly id: string;
}): Key => ({
  PK: ticketPartition(place.ticketId),
  SK: `${entryPrefix}${instantKey(place.occurredAt)}#${place.id}`,
});
export const isEntrySort = (sort: string) => sort.startsWith(entryPrefix);
/** Every entry lies between these. */
export const entryBounds = { first: entryPrefix, last: `${entryPrefix}~` } as const;
/** What a timeline's cursor may look like: the sort key of an entry. */
export const entrySortPattern = /^E#[0-9a-z]{9}#(msg|evt)_[0-9a-z]{1,40}$/;

/** Partitions of one topic's list, all of which a reader must ask. */
export const topicLists = (topic: string, group: TicketGroup): readonly string[] =>
  Array.from({ length: listShards.topic[topic] ?? 1 }, (_, shard) => `${topic}#${group}#${shard}`);

export const topicListOf = (ticketId: string, topic: string, group: TicketGroup) =>
  `${topic}#${group}#${shardOf(ticketId, listShards.topic[topic] ?? 1)}`;

/** Lists of what is done are read newest first; work lists most urgent first. */
export const isNewestFirst = (group: TicketGroup) => group === 'closed' || group === 'spam';

/** Urgency: what is due first, then what waits longest. Unique, because it ends with the number. */
export const topicOrderOf = (ticket: TicketSummary, group: TicketGroup) =>
  isNewestFirst(group)
    ? `${instantKey(ticket.lastMessageAt)}#${numberOf(ticket.id)}`
    : `${ticket.dueAt ? instantKey(ticket.dueAt) : never}${instantKey(
        ticket.waitingSince ?? ticket.createdAt,
      )}#${numberOf(ticket.id)}`;
/** Where the tickets without a promise begin. */
export const withoutPromise = never;
export const listOrderPattern = /^[0-9a-z]{9,18}#[0-9]{1,12}$/;

/** Of an agent's and a customer's list. Does not move when urgency moves, so a message rewrites the entry in place. */
export const ageOrderOf = (ticket: TicketSummary) =>
  `${instantKey(ticket.createdAt)}#${numberOf(ticket.id)}`;

export const dueLists: readonly string[] = Array.from(
  { length: listShards.due },
  (_, shard) => `due#${shard}`,
);
export const dueListOf = (ticketId: string) => `due#${shardOf(ticketId, listShards.due)}`;
export const dueOrderOf = (ticketId: string, dueAt: string) =>
  `${instantKey(dueAt)}#${numberOf(ticketId)}`;
/** Sorts behind everything due at the instant or before. */
export const dueUntil = (until: string) => `${instantKey(until)}#~`;

/** DynamoDB takes 2,048 bytes of partition key; RFC Message-IDs may be 998 long and foreign ones are longer. */
const longestPointer = 1000;
export const pointerKey = (key: string): Key => ({
  PK: `K#${Buffer.byteLength(key) > longestPointer ? hash(key) : key}`,
  SK: alone,
});
export const identityPointer = (identityKey: string): Key => ({
  PK: `I#${identityKey}`,
  SK: alone,
});
export const customerKey = (customerId: string): Key => ({ PK: `C#${customerId}`, SK: alone });

/** Everyone in one partition: the list is one query. */
const agentsPartition = 'AGENTS';
export const agentKey = (agentId: string): Key => ({ PK: agentsPartition, SK: agentId });
export const agentBounds = { partition: agentsPartition, prefix: 'agt_' } as const;
/** Counts active super admins. */
export const superAdminsKey: Key = { PK: agentsPartition, SK: '~super-admins' };
export const emailKey = (email: string): Key => ({ PK: `M#${email.toLowerCase()}`, SK: alone });
export const subjectKey = (subject: string): Key => ({ PK: `S#${hash(subject)}`, SK: alone });

export const deskListKey = (list: string): Key => ({ PK: 'DESK', SK: list });
export const deskListVersionKey = (list: string, version: number): Key => ({
  PK: 'DESK',
  SK: `${list}@${String(version).padStart(9, '0')}`,
});
export const pinnedKey = (list: 'calendars' | 'promises', ref: string): Key => ({
  PK: `PINNED#${list}`,
  SK: ref,
});

export const queueCountsKey: Key = { PK: 'COUNTS', SK: 'queues' };
export const numbersKey: Key = { PK: 'NUMBERS', SK: alone };

/** First messages by hour and topic: an item for each day, a partition for each year. */
export const arrivalsPartition = (year: string) => `D#${year}`;
export const arrivalDayKey = (day: string): Key => ({
  PK: arrivalsPartition(day.slice(0, 4)),
  SK: day,
});
/** Proposals of peaks that somebody put aside. */
export const dismissedPartition = 'DISMISSED';
export const dismissedKey = (proposalId: string): Key => ({
  PK: dismissedPartition,
  SK: proposalId,
});

const hourOf = (instant: string) => instant.slice(0, 13);
export const feedPartition = (instant: string) => `F#${hourOf(instant)}`;
export const feedKey = (at: string, batchId: string): Key => ({
  PK: feedPartition(at),
  SK: `${instantKey(at)}#${hash(batchId).slice(0, 12)}`,
});

export const connectionsPartition = 'CONNECTIONS';
export const connectionKey = (connectionId: string): Key => ({
  PK: connectionsPartition,
  SK: connectionId,
});
/** Everyone in one partition: who is there is one query. */
export const presencePartition = 'PRESENCE';
export const presenceKey = (agentId: string): Key => ({ PK: presencePartition, SK: agentId });

/** One visitor's WebSocket by its own id, which is all that a closing one says. */
export const visitKey = (socketId: string): Key => ({ PK: `V#s|${socketId}`, SK: alone });
/** Everyone who has one conversation open. */
export const visitorsPartition = (connectionId: string, chat: string) =>
  `V#c|${connectionId}|${chat}`;
/** The screens that show one ticket of the site chat. */
export const watchersPartition = (ticketId: string) => `V#t|${ticketId}`;
/** Hashed: no address among the keys. */
export const alertKey = (eventId: string, target: string): Key => ({
  PK: `N#${eventId}`,
  SK: hash(target),
});
/** What one target of alerts was told in this minute, and what it will be told at its end. Hashed as above. */
export const digestPartition = (target: string) => `G#${hash(target)}`;
export const digestKey = (target: string): Key => ({ PK: digestPartition(target), SK: alone });
export const digestLinePrefix = (window: string) => `${instantKey(window)}#`;
export const digestLineKey = (target: string, window: string, eventId: string): Key => ({
  PK: digestPartition(target),
  SK: `${digestLinePrefix(window)}${eventId}`,
});
export const hookAttemptPartition = (eventId: string) => `H#${eventId}`;
export const hookAttemptKey = (eventId: string, attempt: number): Key => ({
  PK: hookAttemptPartition(eventId),
  SK: String(attempt).padStart(4, '0'),
});
/** Of who wants no automatic mail; `addressHash` stands for the address. */
export const unsubscribedKey = (addressHash: string): Key => ({
  PK: `U#${addressHash}`,
  SK: alone,
});
export const fuseKey = (key: string, window: string, start: number): Key => ({
  PK: `R#${hash(key)}`,
  SK: `${window}#${start}`,
});
/** The row in which a connection's messages wait for their provider. */
export const turnsKey = (connectionId: string): Key => ({ PK: `B#${connectionId}`, SK: alone });

export const healthKey = (connectionId: string): Key => ({
  PK: healthPartition,
  SK: connectionId,
});
export const isHealthPartition = (partition: string) => partition === healthPartition;

/** What was changed and by whom, a partition for each month. */
export const auditPartition = (instant: string) => `A#${instant.slice(0, 7)}`;
export const auditKey = ({ at, id }: { readonly at: string; readonly id: string }): Key => ({
  PK: auditPartition(at),
  SK: `${instantKey(at)}#${id}`,
});
export const auditSortPattern = /^[0-9a-z]{9}#evt_[0-9a-z]{1,40}$/;
export const monthBefore = (partition: string): string => {
  const [year = 0, month = 0] = partition.slice('A#'.length).split('-').map(Number);
  return auditPartition(new Date(Date.UTC(year, month - 2, 1)).toISOString());
};
