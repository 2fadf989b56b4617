import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IndexName, PartitionPattern } from '../../schemas/table.ts';
import { allow, type Grant } from './grant.ts';
import { importedObjectsFinding } from './wildcard-finding.ts';

export type TableRead = 'GetItem' | 'BatchGetItem' | 'Query';
export type TableWrite = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

export type TableUse = {
  reads?: readonly TableRead[];
  /** A transaction needs the action of each of its items and none of its own. */
  writes?: readonly TableWrite[];
  /** Writes that are needed in these partitions only. */
  writesIn?: Partial<Record<TableWrite, readonly PartitionPattern[]>>;
  /** Indexes that are queried. */
  indexes?: readonly IndexName[];
};

/** `TABLE_NAME` with exactly these actions on the table, and `Query` on the named indexes. */
export function mayUseTable(
  table: Table,
  { reads = [], writes = [], writesIn = {}, indexes = [] }: TableUse,
): Grant {
  const onTable = (...actions: readonly string[]) =>
    allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    );
  const inPartitions = Object.entries(writesIn).map(([action, partitions]) => {
    const statement = onTable(action);
    const keys = { 'dynamodb:LeadingKeys': [...partitions] };
    statement.addCondition('ForAllValues:StringLike', keys);
    return statement;
  });
  const anywhere = [...reads, ...writes];
  return {
    value: table.tableName,
    statements: [
      ...(anywhere.length > 0 ? [onTable(...anywhere)] : []),
      ...inPartitions,
      ...(indexes.length > 0 ? [queryIndexes(table, indexes)] : []),
    ],
  };
}

const queryIndexes = (table: Table, indexes: readonly IndexName[]) =>
  allow(
    ['dynamodb:Query'],
    indexes.map((index) => `${table.tableArn}/index/${index}`),
  );

export function maySend(queue: IQueue): Grant {
  return { value: queue.queueUrl, statements: [allow(['sqs:SendMessage'], [queue.queueArn])] };
}

export function mayReadSecret(secret: ISecret): Grant {
  return {
    value: secret.secretArn,
    statements: [allow(['secretsmanager:GetSecretValue'], [secret.secretArn])],
  };
}

/** A JSON variable that names connections' secrets by what their names begin with, and the right to read each. */
export function mayReadSecrets(secrets: Readonly<Record<string, ISecret>>, prefix: string): Grant {
  const arns = Object.values(secrets).map(({ secretArn }) => secretArn);
  return {
    value: JSON.stringify({ prefix, ids: Object.keys(secrets) }),
    statements: arns.length > 0 ? [allow(['secretsmanager:GetSecretValue'], arns)] : [],
  };
}

export type ObjectAction = 'GetObject' | 'PutObject';

export type ObjectUse = {
  actions: readonly ObjectAction[];
  prefixes: readonly string[];
  /** The function asks for objects that may not be there: without the right to list, S3 calls that forbidden. */
  mayMiss?: boolean;
};

/** Object actions below the given prefixes (`files/`), nothing else in the bucket. */
export function mayUseObjects(
  bucket: Bucket,
  { actions, prefixes, mayMiss = false }: ObjectUse,
): Grant {
  return {
    value: bucket.bucketName,
    statements: [
      allow(
        actions.map((action) => `s3:${action}`),
        prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)),
      ),
      ...(mayMiss ? [allow(['s3:ListBucket'], [bucket.bucketArn])] : []),
    ],
    accepts: Object.fromEntries(
      prefixes.map((prefix) => [
        importedObjectsFinding(bucket, `${prefix}*`),
        'Objects are named by the messages they belong to; the prefix is as narrow as it gets.',
      ]),
    ),
  };
}
