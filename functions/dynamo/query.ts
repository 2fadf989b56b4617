import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type IndexName, tableIndexes, tableKeys } from '../../schemas/table.ts';
import type { Key } from './keys.ts';
import type { Item, Table } from './table.ts';

/** Part of one partition in sort order. Bounds are exclusive unless said. */
export type Stretch = {
  readonly index?: IndexName;
  readonly partition: string;
  readonly after?: string;
  readonly before?: string;
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit: number;
  /** Leaves out items that have this attribute; `limit` counts them. */
  readonly without?: string;
};

/** Strongly consistent on the table; indexes know only eventual reads. */
export const query = async (
  table: Table,
  stretch: Stretch,
): Promise<{
  readonly items: readonly Item[];
  readonly isCut: boolean;
  /** Key of the last item looked at, if there are more. */
  readonly end?: Item;
}> => {
  const shape = tableIndexes.find((index) => index.name === stretch.index);
  const [partition, sort] = shape
    ? [shape.partition, shape.sort]
    : [tableKeys.partition, tableKeys.sort];
  const bound = boundOf(stretch);
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: stretch.index,
      KeyConditionExpression: bound ? `#p = :p AND ${bound.expression}` : '#p = :p',
      ExpressionAttributeNames: {
        '#p': partition,
        ...(bound && { '#s': sort }),
        ...(stretch.without && { '#without': stretch.without }),
      },
      FilterExpression: stretch.without && 'attribute_not_exists(#without)',
      ExpressionAttributeValues: { ':p': stretch.partition, ...bound?.values },
      ScanIndexForward: !stretch.descending,
      ConsistentRead: shape === undefined,
      Limit: stretch.limit,
    }),
  );
  return {
    items: Items as Item[],
    isCut: LastEvaluatedKey !== undefined,
    ...(LastEvaluatedKey && { end: LastEvaluatedKey as Item }),
  };
};

/** A key condition has one comparison of the sort key; BETWEEN includes both ends, which callers choose to be no keys. */
const boundOf = ({ after, before, prefix }: Stretch) => {
  if (prefix !== undefined)
    return { expression: 'begins_with(#s, :prefix)', values: { ':prefix': prefix } };
  if (after !== undefined && before !== undefined)
    return {
      expression: '#s BETWEEN :after AND :before',
      values: { ':after': after, ':before': before },
    };
  if (after !== undefined) return { expression: '#s > :after', values: { ':after': after } };
  if (before !== undefined) return { expression: '#s < :before', values: { ':before': before } };
  return undefined;
};

/** One item, strongly consistent. */
export const get = async (table: Table, key: Key): Promise<Item | undefined> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true }),
  );
  return Item as Item | undefined;
};
