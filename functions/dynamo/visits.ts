import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Visit, VisitStore } from '../desk/visits.ts';
import { secondsAfter } from './expiry.ts';
import { connectionKey, type Key, visitKey, visitorsPartition, watchersPartition } from './keys.ts';
import { get, query } from './query.ts';
import type { Item, Table } from './table.ts';

/** API Gateway ends every WebSocket after two hours. */
const longestSeconds = 7_200 + 60;
/** A conversation's tabs, a ticket's screens; more than these are an attack, and hear of news by asking. */
const mostSockets = 50;

export const visitStore = (table: Table): VisitStore => {
  const put = (key: Key, now: string, attributes: object = {}) =>
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key, ...attributes, expiresAt: secondsAfter(now, longestSeconds) },
      }),
    );
  const remove = (key: Key) =>
    table.client.send(new DeleteCommand({ TableName: table.name, Key: { ...key } }));
  const socketsIn = async (partition: string) =>
    (await query(table, { partition, limit: mostSockets })).items.map(({ SK }) => SK);

  return {
    open: async ({ socketId, ...visit }) => {
      // The own item comes first: a crash between the two leaves nobody who is told but cannot speak.
      await put(visitKey(socketId), visit.connectedAt, visit);
      await put(visitorKey({ socketId, ...visit }), visit.connectedAt);
    },
    find: async (socketId) => visitOf(await get(table, visitKey(socketId))),

    measure: async ({ socketId, what, now, quietMilliseconds }) => {
      const at = Date.parse(now);
      try {
        const { Attributes } = await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { ...visitKey(socketId) },
            UpdateExpression: 'SET #quiet = :until',
            // Race: frames of one socket reach several environments at once. One of them passes.
            ConditionExpression:
              'attribute_exists(PK) AND (attribute_not_exists(#quiet) OR #quiet <= :now)',
            ExpressionAttributeNames: { '#quiet': `${what}Until` },
            ExpressionAttributeValues: { ':now': at, ':until': at + quietMilliseconds },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return visitOf(Attributes as Item | undefined);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    socketsOf: ({ connectionId, chat }) => socketsIn(visitorsPartition(connectionId, chat)),

    close: async (socketId) => {
      const { Attributes } = await table.client.send(
        new DeleteCommand({
          TableName: table.name,
          Key: { ...visitKey(socketId) },
          ReturnValues: 'ALL_OLD',
        }),
      );
      const visit = visitOf(Attributes as Item | undefined);
      if (visit) await remove(visitorKey(visit));
      return visit;
    },

    agentAt: async (socketId) => {
      const screen = await get(table, connectionKey(socketId));
      return screen && String(screen['agentId']);
    },
    watch: async ({ ticketId, socketId, now }) => {
      await put({ PK: watchersPartition(ticketId), SK: socketId }, now);
    },
    unwatch: async ({ ticketId, socketId }) => {
      await remove({ PK: watchersPartition(ticketId), SK: socketId });
    },
    watchersOf: (ticketId) => socketsIn(watchersPartition(ticketId)),
  };
};

const visitorKey = ({ connectionId, chat, socketId }: Visit): Key => ({
  PK: visitorsPartition(connectionId, chat),
  SK: socketId,
});

/** Only what this store wrote is in these partitions. */
const visitOf = (item: Item | undefined): Visit | undefined => {
  if (!item) return undefined;
  const visit = item as unknown as Omit<Visit, 'socketId'>;
  const { connectionId, chat, language, user, connectedAt } = visit;
  return {
    socketId: item.PK.slice(visitKey('').PK.length),
    connectionId,
    chat,
    connectedAt,
    ...(language !== undefined && { language }),
    ...(user !== undefined && { user }),
  };
};
