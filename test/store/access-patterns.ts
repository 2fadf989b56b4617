import * as keys from '../../functions/dynamo/keys.ts';

/** One question the table answers. `key` is what `functions/dynamo/keys.ts` makes of an example. */
export type AccessPattern = {
  readonly question: string;
  /** `Store.method` of `functions/desk/stores.ts`. */
  readonly asks: string;
  /** `table`, or the index. */
  readonly where: string;
  readonly key: string;
  readonly cost: string;
};

const at = '2026-11-22T10:00:00.000Z';
const entry = { ticketId: 'tkt_1042', occurredAt: at, id: 'msg_x1' };
const both = ({ PK, SK }: keys.Key) => `${PK} / ${SK}`;
const identity = 'mail|ann@c.example';

/** The questions in the order of a message's life. */
export const accessPatterns: readonly AccessPattern[] = [
  {
    question: 'Was this message taken, whose conversation is it, who wrote it?',
    asks: 'PointerStore.lookUp',
    where: 'table',
    key: `${both(keys.pointerKey('mail|support|a1@c.example'))}, ${both(keys.identityPointer(identity))}, ${both(keys.customerKey('cus_1'))}`,
    cost: 'one BatchGet, a read unit each',
  },
  {
    question: 'Take a message: ticket, message, key, pointers, customer',
    asks: 'TicketStore.saveIntake',
    where: 'table',
    key: `${both(keys.ticketKey('tkt_1042'))}, ${both(keys.entryKey(entry))}, keys as above`,
    cost: 'one transaction, see below',
  },
  {
    question: 'An edit, a deletion, a reaction of a message that is there',
    asks: 'TicketStore.changeMessage',
    where: 'table',
    key: both(keys.entryKey(entry)),
    cost: '1 read per 4 KB, 1 write per KB',
  },
  {
    question: 'One more part of an album',
    asks: 'TicketStore.joinMessage',
    where: 'table',
    key: `${both(keys.pointerKey('telegram|bot|in|77:11'))}, ${both(keys.entryKey(entry))}`,
    cost: 'one transaction: 2 writes, and 2 per KB of the message',
  },
  {
    question: 'Point a chat at its follow-up',
    asks: 'PointerStore.movePointer',
    where: 'table',
    key: both(keys.pointerKey('telegram|bot|77')),
    cost: '1 write',
  },
  {
    question: 'Which number has the next ticket?',
    asks: 'TicketNumbers.next',
    where: 'table',
    key: both(keys.numbersKey),
    cost: '1 write for 20 numbers',
  },
  {
    question: 'A ticket with its timeline, paged',
    asks: 'TicketStore.loadWithTimeline',
    where: 'table',
    key: `${keys.ticketPartition('tkt_1042')} / descending from ${keys.ticketKey('tkt_1042').SK}`,
    cost: 'one query, 1 read per 4 KB',
  },
  {
    question: 'The ticket alone',
    asks: 'TicketStore.load',
    where: 'table',
    key: both(keys.ticketKey('tkt_1042')),
    cost: '1 read',
  },
  {
    question: 'One message, note or alert',
    asks: 'TicketStore.loadEntry',
    where: 'table',
    key: both(keys.entryKey(entry)),
    cost: '1 read per 4 KB',
  },
  {
    question: 'Save a change of a ticket with its entries',
    asks: 'TicketStore.save',
    where: 'table',
    key: `${both(keys.ticketKey('tkt_1042'))}, ${both(keys.entryKey(entry))}`,
    cost: 'one transaction, see below',
  },
  {
    question: 'A topic’s work list by urgency',
    asks: 'TicketStore.listByTopic',
    where: 'byTopic',
    key: `${keys.topicLists('bugs', 'active').join(', ')} / due, waiting since, number`,
    cost: '2 reads for 50 lines and each shard',
  },
  {
    question: 'Several topics’ lists as one: by source and person, what is held apart',
    asks: 'TicketStore.listAcross',
    where: 'byTopic',
    key: `${keys.topicLists('bugs', 'spam').join(', ')} of each topic / last message, number`,
    cost: '2 reads for 50 lines of each topic, all at once',
  },
  {
    question: 'An agent’s own tickets',
    asks: 'TicketStore.listByAgent',
    where: 'byAgent',
    key: 'agt_… / created, number; closed ones are not in it',
    cost: '0.5 read per 4 KB of all held, at most 40',
  },
  {
    question: 'All tickets of a customer',
    asks: 'TicketStore.listByCustomer',
    where: 'byCustomer',
    key: 'cus_… / created, number, descending',
    cost: '2 reads for 50 lines',
  },
  {
    question: 'What falls due until now?',
    asks: 'DueStore.listDue',
    where: 'byDue',
    key: `${keys.dueLists[0]} … ${keys.dueLists.at(-1)} / due, number`,
    cost: 'one query a shard, only due items',
  },
  {
    question: 'Claim, finish or correct the delivery of a message',
    asks: 'OutboxStore.moveDelivery',
    where: 'table',
    key: both(keys.entryKey(entry)),
    cost: '1 write per KB of the message',
  },
  {
    question: 'Remember the provider’s id of what was sent',
    asks: 'OutboxStore.putAlias',
    where: 'table',
    key: both(keys.pointerKey('wire|0107-1@eu-central-1.amazonses.com')),
    cost: '1 write',
  },
  {
    question: 'Which message does a provider’s event mean?',
    asks: 'OutboxStore.findAlias',
    where: 'table',
    key: both(keys.pointerKey('wire|0107-1@eu-central-1.amazonses.com')),
    cost: '1 read',
  },
];
