import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsServices, AwsServicesOptions, Credentials } from './contract.ts';
import { startAwsServices } from './start-aws.ts';

export const region = 'eu-central-1';
export const account = '123456789012';

export interface Stand {
  aws: AwsServices;
  dataFolder: string;
  /** Configuration of an SDK client that acts as this role. */
  as: (roleName: string) => ClientConfiguration;
  operator: ClientConfiguration;
  /** Ends the services and keeps the data. */
  stop: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

export interface ClientConfiguration {
  region: string;
  endpoint: string;
  credentials: Credentials;
  maxAttempts: number;
  forcePathStyle: boolean;
}

/** The services on a free port and a folder of their own, with as much as a test names. */
export async function standWith(options: Partial<AwsServicesOptions> = {}): Promise<Stand> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'firstline-aws-'));
  const aws = await startAwsServices({
    port: 0,
    dataFolder,
    region,
    account,
    roles: [],
    tables: [],
    queues: [],
    buckets: [],
    secrets: [],
    topics: [],
    mailIdentities: [],
    callbacks: {},
    ...options,
  });
  const configure = (credentials: Credentials): ClientConfiguration => ({
    region,
    endpoint: aws.endpoint,
    credentials,
    maxAttempts: 1,
    forcePathStyle: true,
  });
  return {
    aws,
    dataFolder,
    as: (roleName) => configure(aws.credentialsOf(roleName)),
    operator: configure(aws.operator),
    stop: () => aws.stop(),
    async [Symbol.asyncDispose]() {
      await aws.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A table of the desk's shape: two keys, one index, a stream, expiring items. */
export const aTable = {
  create: {
    TableName: 'desk',
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: ['PK', 'SK', 'topic'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' as const },
      { AttributeName: 'SK', KeyType: 'RANGE' as const },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byTopic',
        KeySchema: [{ AttributeName: 'topic', KeyType: 'HASH' as const }],
        Projection: { ProjectionType: 'ALL' as const },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
  },
  expiresAttribute: 'expiresAt',
};
