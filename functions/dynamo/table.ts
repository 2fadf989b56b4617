import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../desk/problem.ts';
import type { Key } from './keys.ts';

/** An item as the document client gives it: attributes by name, bytes as Uint8Array. */
export type Item = Key & { readonly [attribute: string]: unknown };

/** One client for each execution environment; every store is made from it. */
export type Table = {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
};

/** The endpoint and credentials come from the SDK's own environment (`AWS_ENDPOINT_URL`) unless given. */
export const openTable = (
  name: string,
  client: DynamoDBClient = new DynamoDBClient({ maxAttempts: 5 }),
): Table => ({
  name,
  client: DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  }),
});

/** DynamoDB's limit is 400 KB; the rest is room for index keys and for a delivery's error text. */
const largestItemBytes = 350 * 1024;

/** @throws Problem `item.too-large`: callers put bodies over 32 KB in S3, so this is a fault of ours or an attack. */
export const ofBearableSize = (item: Item): Item => {
  const bytes = sizeOf(item);
  if (bytes > largestItemBytes)
    throw new Problem(
      'too-large',
      'item.too-large',
      'This is too long to be stored in one piece. Shorten it or attach it as a file.',
      { detail: `${bytes} bytes, at most ${largestItemBytes}` },
    );
  return item;
};

/**
 * Bytes of a value by DynamoDB's rules, names included; a number is taken for its digits, which is never too little.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return String(value).length;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + sizeOf(one), 3);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce(
      (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
      3,
    );
  return 1;
};
