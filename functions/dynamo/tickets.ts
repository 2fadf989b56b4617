import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Ticket } from '../../schemas/ticket.ts';
import type { IntakeChange, TicketChange } from '../desk/change.ts';
import type { Saved, TicketStore } from '../desk/stores.ts';
import { changeMessage, joinMessage } from './change-message.ts';
import { customerSteps } from './customer-item.ts';
import { entryItems, entryOfItem, packedMessage } from './entry-item.ts';
import { entryKey, pointerKey, ticketKey } from './keys.ts';
import { ticketLists } from './lists.ts';
import { get } from './query.ts';
import { type Item, ofBearableSize, type Table } from './table.ts';
import { ticketItem, ticketOfItem } from './ticket-item.ts';
import { loadTimeline } from './timeline.ts';
import { conditionally, type Step, transact } from './transact.ts';

export const ticketStore = (table: Table): TicketStore => {
  const load = async (ticketId: string): Promise<Ticket | undefined> => {
    const item = await get(table, ticketKey(ticketId));
    return item && ticketOfItem(item);
  };

  return {
    load,
    loadWithTimeline: (ticketId, page) => loadTimeline(table, { ticketId, load, page }),

    loadEntry: async (place) => {
      const item = await get(table, entryKey(place));
      return item && entryOfItem(item);
    },

    save: async (change) => {
      const [ticket, ...entries] = changeSteps(table, change);
      if (entries.length === 0 && ticket?.Put) {
        const put = new PutCommand(ticket.Put);
        return conditionally(() => table.client.send(put));
      }
      const { refused } = await transact(table, [...(ticket ? [ticket] : []), ...entries]);
      return refused.length === 0 ? 'saved' : 'stale';
    },

    saveIntake: async (change) => {
      const { refused } = await transact(table, [
        keyStep(table, change),
        ...changeSteps(table, change),
        ...change.pointers
          .filter((key) => key !== change.idempotencyKey)
          .map((key) => pointerStep(table, key, { ticketId: change.ticket.id })),
        // Race: two parts of one album that both come first. The second finds the key taken and joins the message.
        ...(change.albumKey !== undefined
          ? [pointerStep(table, change.albumKey, messageTarget(change))]
          : []),
        ...(change.newCustomer ? customerSteps(table, change.newCustomer) : []),
      ]);
      return outcomeOf(refused);
    },

    changeMessage: (place, rule) => changeMessage(table, place, rule),
    joinMessage: (part) => joinMessage(table, part),

    ...ticketLists(table),
  };
};

/** The key's step comes first: a message that was taken before is a repeat, whatever else was refused with it. */
const outcomeOf = (refused: readonly number[]): Saved | 'taken' => {
  if (refused.length === 0) return 'saved';
  return refused[0] === 0 ? 'taken' : 'stale';
};

const changeSteps = (
  table: Table,
  { ticket, expects, entries, rewritten = [] }: TicketChange,
): readonly Step[] => [
  expects === 'new'
    ? // Two reservations of one number block cannot happen; a number written twice would bury somebody's ticket.
      absentStep(table, ticketItem(ticket))
    : {
        Put: {
          TableName: table.name,
          Item: { ...ofBearableSize(ticketItem(ticket)) },
          // Race: an agent and a customer's message change the ticket at once. Who saw an older version loads again.
          ConditionExpression: 'version = :expects',
          ExpressionAttributeValues: { ':expects': expects },
        },
      },
  // Race: the same change saved twice (a repeat after a lost answer). Entries are never written over.
  ...entryItems(entries).map((item) => absentStep(table, item)),
  ...rewritten.map((message) => ({
    Update: {
      TableName: table.name,
      Key: { ...entryKey(message) },
      UpdateExpression: 'SET entry = :entry',
      // The ticket's version, above, is what two writers race for; this stops writing where nothing is.
      ConditionExpression: 'attribute_exists(PK)',
      ExpressionAttributeValues: { ':entry': packedMessage(message) },
    },
  })),
];

const absentStep = (table: Table, item: Item): Step => ({
  Put: {
    TableName: table.name,
    Item: { ...ofBearableSize(item) },
    ConditionExpression: 'attribute_not_exists(PK)',
  },
});

// Race: one message delivered twice, or two pollers with copies of it. The second write is refused as `taken`.
const keyStep = (table: Table, change: IntakeChange): Step =>
  pointerStep(table, change.idempotencyKey, {
    ...messageTarget(change),
    contentHash: change.contentHash,
  });

/** The message that intake brings: the only one in its change. */
const messageTarget = ({ ticket, entries }: IntakeChange) => {
  const message = entries.find((entry) => entry.type === 'message');
  return {
    ticketId: ticket.id,
    ...(message && { messageId: message.id, occurredAt: message.occurredAt }),
  };
};

// Race: two first messages of one conversation. The second finds the pointer taken, loads again and appends.
const pointerStep = (
  table: Table,
  key: string,
  target: {
    ticketId: string;
    messageId?: string;
    occurredAt?: string;
    contentHash?: string;
  },
): Step => absentStep(table, { ...pointerKey(key), ...target });
