import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ConnectionStore, PushConnection } from '../desk/stores.ts';
import { secondsAfter } from './expiry.ts';
import { connectionKey, connectionsPartition } from './keys.ts';
import type { Item, Table } from './table.ts';

/** API Gateway ends every WebSocket after two hours. */
const longestSeconds = 7_200 + 60;

export const connectionStore = (table: Table): ConnectionStore => ({
  put: async (connection) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...connectionKey(connection.connectionId),
          agentId: connection.agentId,
          connectedAt: connection.connectedAt,
          expiresAt: secondsAfter(connection.connectedAt, longestSeconds),
        },
      }),
    );
  },

  listAll: async () => {
    const connections: PushConnection[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'PK = :partition',
          ExpressionAttributeValues: { ':partition': connectionsPartition },
          ExclusiveStartKey: start,
        }),
      );
      connections.push(...((page.Items ?? []) as Item[]).map(connectionOfItem));
      start = page.LastEvaluatedKey;
    } while (start);
    return connections;
  },

  remove: async (connectionId) => {
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: { ...connectionKey(connectionId) } }),
    );
  },
});

const connectionOfItem = (item: Item): PushConnection => ({
  connectionId: item.SK,
  agentId: String(item['agentId']),
  connectedAt: String(item['connectedAt']),
});
