import type { TableDefinition } from '../contract.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Upstream } from './upstream.ts';

interface Described {
  Table: { TableStatus: string; GlobalSecondaryIndexes?: { IndexName: string }[] };
}

/**
 * Makes the tables that are missing.
 *
 * @throws Error when a kept table lacks an index of its definition: the data is from another version.
 */
export async function ensureTables(
  upstream: Upstream,
  definitions: readonly TableDefinition[],
): Promise<void> {
  for (const { create, expiresAttribute } of definitions) {
    const kept = await described(upstream, create.TableName);
    if (kept) {
      checkIndexes(create, kept);
      continue;
    }
    await upstream.call('DynamoDB_20120810.CreateTable', create);
    await untilActive(upstream, create.TableName);
    if (expiresAttribute) {
      const TimeToLiveSpecification = { Enabled: true, AttributeName: expiresAttribute };
      await upstream.call('DynamoDB_20120810.UpdateTimeToLive', {
        TableName: create.TableName,
        TimeToLiveSpecification,
      });
    }
  }
}

async function described(upstream: Upstream, TableName: string): Promise<Described | undefined> {
  try {
    return await upstream.call<Described>('DynamoDB_20120810.DescribeTable', { TableName });
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function checkIndexes(create: TableDefinition['create'], kept: Described): void {
  const present = new Set(kept.Table.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const missing = create.GlobalSecondaryIndexes?.filter(
    ({ IndexName = '' }) => !present.has(IndexName),
  );
  if (!missing?.length) return;
  const names = missing.map(({ IndexName }) => IndexName).join(', ');
  throw new Error(
    `The local table ${create.TableName} was made without the index ${names}. Start once with --fresh to forget the old data.`,
  );
}

async function untilActive(upstream: Upstream, tableName: string): Promise<void> {
  while ((await described(upstream, tableName))?.Table.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
