import { type Place, tableArn } from '../arn.ts';
import { notEmulated } from '../gateway/aws-error.ts';
import { isObject, type JsonObject } from '../gateway/json-protocol.ts';

/** One permission a call needs. */
export interface Need {
  action: string;
  resource: string;
  /** Partition keys touched, for the condition dynamodb:LeadingKeys. */
  leadingKeys: readonly string[];
}

const itemCalls = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']);
const searchCalls = new Set(['Query', 'Scan']);
const tableCalls = new Set(['DescribeTable', 'DescribeTimeToLive', 'DescribeContinuousBackups']);

/**
 * What IAM is asked for a call: transactions and batches item by item, as DynamoDB does, and an
 * index by its own ARN. Source: DynamoDB Developer Guide, "IAM policies and transactions".
 *
 * @param hashKeyOf name of a table's partition key
 */
export function needsOf(
  operation: string,
  input: JsonObject,
  { place, hashKeyOf }: { place: Place; hashKeyOf: (tableName: string) => string | undefined },
): Need[] {
  function need(action: string, tableName: unknown, keys: readonly unknown[] = []): Need {
    // A caller may name a table by its ARN.
    const name = String(tableName).split('/').at(-1) ?? '';
    const hashKey = hashKeyOf(name) ?? '';
    const leadingKeys = keys.flatMap((key) => (isObject(key) ? scalars(key[hashKey]) : []));
    return { action: `dynamodb:${action}`, resource: tableArn(place, name), leadingKeys };
  }

  if (itemCalls.has(operation)) {
    return [need(operation, input.TableName, [input.Key ?? input.Item])];
  }
  if (searchCalls.has(operation)) {
    const search = need(operation, input.TableName);
    if (typeof input.IndexName === 'string') search.resource += `/index/${input.IndexName}`;
    const leadingKeys = partitionAsked(input, hashKeyOf(String(input.TableName)));
    // Taken for "no partition", such a query would pass a ForAllValues condition unseen.
    if (operation === 'Query' && leadingKeys.length === 0) {
      throw notEmulated('DynamoDB', 'a KeyConditionExpression without `name = :value`');
    }
    return [{ ...search, leadingKeys }];
  }
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems') {
    return entriesOf(input.TransactItems).flatMap((item) =>
      Object.entries(item).map(([kind, action]) =>
        need(actionOfKind[kind] ?? kind, action.TableName, [action.Key ?? action.Item]),
      ),
    );
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    const requests = isObject(input.RequestItems) ? input.RequestItems : {};
    return Object.entries(requests).map(([table, asked]) =>
      need(operation, table, batchKeys(asked)),
    );
  }
  if (tableCalls.has(operation)) return [need(operation, input.TableName)];
  if (operation === 'ListTables') {
    return [{ action: 'dynamodb:ListTables', resource: '*', leadingKeys: [] }];
  }
  throw notEmulated('DynamoDB', operation);
}

const actionOfKind: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

function entriesOf(list: unknown): Record<string, JsonObject>[] {
  return Array.isArray(list) ? (list.filter(isObject) as Record<string, JsonObject>[]) : [];
}

function batchKeys(asked: unknown): unknown[] {
  if (isObject(asked)) return Array.isArray(asked.Keys) ? asked.Keys : [];
  return entriesOf(asked).map((each) => each.PutRequest?.Item ?? each.DeleteRequest?.Key);
}

/** The partition a key condition such as `#pk = :pk AND …` names. */
function partitionAsked(input: JsonObject, hashKey: string | undefined): string[] {
  const values = isObject(input.ExpressionAttributeValues) ? input.ExpressionAttributeValues : {};
  const names = isObject(input.ExpressionAttributeNames) ? input.ExpressionAttributeNames : {};
  const equals = /([#\w.-]+)\s*=\s*(:\w+)/g;
  for (const [, name = '', value = ''] of String(input.KeyConditionExpression).matchAll(equals)) {
    // An index has another partition key; its first equality is the partition.
    if ((names[name] ?? name) === hashKey || input.IndexName) return scalars(values[value]);
  }
  return [];
}

function scalars(value: unknown): string[] {
  if (!isObject(value)) return [];
  return [value.S ?? value.N ?? value.B].filter((each) => each !== undefined).map(String);
}
