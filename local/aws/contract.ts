import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { ObjectAccess, OutboxAccess, QueueAccess, StreamReader } from './access.ts';

/**
 * What the local stand-ins for AWS need to start, and what the runner gets back.
 * `startAwsServices` (start-aws.ts) answers all services at one loopback address; names
 * and values arrive resolved, this folder never sees the template.
 */
export interface AwsServicesOptions {
  /** 0 picks any free port; data such as queue addresses then follow `endpoint`. */
  port: number;
  /** Everything that must survive a restart or `kill -9` lives below this folder. */
  dataFolder: string;
  region: string;
  /** Twelve digits. */
  account: string;
  roles: readonly Role[];
  tables: readonly TableDefinition[];
  queues: readonly QueueDefinition[];
  buckets: readonly BucketDefinition[];
  secrets: readonly SecretDefinition[];
  topics: readonly TopicDefinition[];
  /** Verified SES identities: addresses or whole domains. */
  mailIdentities: readonly string[];
  callbacks: AwsCallbacks;
  /** Another DynamoDB to use, such as LOCAL_DYNAMODB_ENDPOINT; its stream is read by its API. */
  databaseEndpoint?: string;
  /** A real SMTP server that gets a copy of every mail sent. */
  relay?: { host: string; port: number };
  chaos?: ChaosOptions;
  warn?: (message: string) => void;
}

/** One IAM policy statement as the template writes it, intrinsics resolved. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: string | readonly string[];
  Resource: string | readonly string[];
  Condition?: Record<string, Record<string, string | readonly string[]>>;
}

export interface Role {
  name: string;
  statements: readonly Statement[];
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface TableDefinition {
  create: CreateTableCommandInput & { TableName: string };
  /** Items whose epoch seconds here have passed are removed. */
  expiresAttribute?: string;
}

export interface QueueDefinition {
  name: string;
  visibilityTimeoutSeconds?: number;
  retentionSeconds?: number;
  delaySeconds?: number;
  receiveWaitSeconds?: number;
  deadLetters?: { queueName: string; maxReceiveCount: number };
}

export interface BucketDefinition {
  name: string;
  cors?: readonly CorsRule[];
}

export interface CorsRule {
  allowedOrigins: readonly string[];
  allowedMethods: readonly string[];
  allowedHeaders?: readonly string[];
  exposedHeaders?: readonly string[];
  maxAgeSeconds?: number;
}

export interface SecretDefinition {
  name: string;
  /** A fixed value; kept only when nothing is stored yet. */
  value?: string;
  /** CloudFormation's GenerateSecretString; made once. */
  generate?: GenerateSecretString;
}

export interface GenerateSecretString {
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  IncludeSpace?: boolean;
  RequireEachIncludedType?: boolean;
}

export interface TopicDefinition {
  name: string;
  /** Subscribed queues; other protocols (email, https) are kept in a log by `endpoint`. */
  subscriptions: readonly TopicSubscription[];
}

export interface TopicSubscription {
  protocol: string;
  /** A queue's ARN for `sqs`, else an address. */
  endpoint: string;
  rawDelivery?: boolean;
}

/** All probabilities are 0 to 1 per call or delivery; one seed gives one sequence of decisions. */
export interface ChaosOptions {
  seed: number;
  duplicateDelivery?: number;
  reorderDelivery?: number;
  /** ThrottlingException, or ProvisionedThroughputExceededException for DynamoDB. */
  throttle?: number;
  /** TransactionCanceledException with TransactionConflict, before anything is written. */
  transactionConflict?: number;
  delay?: { probability: number; maxMilliseconds: number };
}

export interface ObjectCreated {
  bucketName: string;
  key: string;
  size: number;
  eTag: string;
  eventName: 'ObjectCreated:Put' | 'ObjectCreated:Copy';
  at: string;
}

/** State of a Lambda event source mapping in the words of Lambda's API. */
export interface MappingState {
  UUID: string;
  EventSourceArn: string;
  FunctionArn: string;
  State: 'Enabled' | 'Disabled';
  BatchSize: number;
}

export interface AwsCallbacks {
  objectCreated?: (event: ObjectCreated) => void;
  /** An SES event-publishing record (eventType Send, Delivery, Bounce, Complaint). */
  mailEvent?: (event: MailEvent) => void;
  /** API Gateway's `POST /@connections/{id}`; `gone` answers 410. */
  postToConnection?: (connectionId: string, data: Uint8Array) => 'sent' | 'gone';
  /** API Gateway's `DELETE /@connections/{id}`. */
  closeConnection?: (connectionId: string) => 'closed' | 'gone';
  listMappings?: () => readonly MappingState[];
  /** Changes one mapping and answers its new state; undefined when there is none. */
  updateMapping?: (
    uuid: string,
    change: { enabled?: boolean; batchSize?: number },
  ) => MappingState | undefined;
}

export interface MailEvent {
  eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
  configurationSet?: string;
  /** The whole record as SES publishes it to SNS or EventBridge. */
  record: Record<string, unknown>;
}

export interface AwsServices {
  /** `http://127.0.0.1:PORT`, the value for AWS_ENDPOINT_URL. */
  endpoint: string;
  /** May do everything. */
  operator: Credentials;
  /** The same across restarts, so that presigned links outlive them. */
  credentialsOf: (roleName: string) => Credentials;
  /**
   * Asks and records a grant that AWS uses on a function's behalf, such as
   * `sqs:ReceiveMessage` for a mapping.
   */
  isAllowed: (roleName: string, action: string, resourceArn: string) => boolean;
  grants: () => GrantReport;
  queues: QueueAccess;
  streamOf: (tableName: string) => StreamReader;
  objects: ObjectAccess;
  /** Publishes as SNS does, without a role; answers the message id. */
  publish: (topicName: string, message: string, subject?: string) => Promise<string>;
  secretValue: (name: string) => string | undefined;
  outbox: OutboxAccess;
  stop: () => Promise<void>;
}

export interface GrantReport {
  used: readonly { role: string; action: string; resource: string }[];
  /** Allow statements' (action, resource) pairs that no call has needed. */
  unused: readonly { role: string; action: string; resource: string }[];
  denied: readonly { role: string; action: string; resource: string }[];
}
