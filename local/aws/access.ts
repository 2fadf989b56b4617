// The services without HTTP, for the runner that drives functions with them.

export interface QueueMessage {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  /** ApproximateReceiveCount, SentTimestamp, SenderId, ApproximateFirstReceiveTimestamp. */
  attributes: Record<string, string>;
  messageAttributes: Record<string, QueueMessageAttribute>;
}

export interface QueueMessageAttribute {
  DataType: string;
  StringValue?: string;
  /** Base64. */
  BinaryValue?: string;
}

/** The queues without HTTP, for event source mappings. Names, not addresses. */
export interface QueueAccess {
  send: (queueName: string, body: string, delaySeconds?: number) => Promise<string>;
  /** Waits until something is visible, the wait is over or the signal aborts; never throws on abort. */
  receive: (
    queueName: string,
    options: {
      max: number;
      waitMilliseconds: number;
      visibilitySeconds?: number;
      signal?: AbortSignal;
    },
  ) => Promise<QueueMessage[]>;
  remove: (queueName: string, receiptHandles: readonly string[]) => Promise<void>;
  changeVisibility: (
    queueName: string,
    receiptHandles: readonly string[],
    seconds: number,
  ) => Promise<void>;
  /** Epoch milliseconds at which a received message comes again; undefined when it is not in flight. */
  visibleAt: (queueName: string, receiptHandle: string) => number | undefined;
  depth: (queueName: string) => QueueDepth;
}

export interface QueueDepth {
  visible: number;
  inFlight: number;
  delayed: number;
  oldestSentAt?: string;
}

/** A record as a Lambda stream mapping delivers it. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: '1.1';
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { type: 'Service'; principalId: 'dynamodb.amazonaws.com' };
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: Record<string, unknown>;
    NewImage?: Record<string, unknown>;
    OldImage?: Record<string, unknown>;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: string;
  };
}

/** One ordered shard per table. A position is the sequence number of the last record read. */
export interface StreamReader {
  arn: string;
  /** Position after the newest record (LATEST). */
  latest: () => Promise<string>;
  /** Records after the position in order; undefined starts at the oldest kept (TRIM_HORIZON). */
  read: (after: string | undefined, limit: number) => Promise<StreamRecord[]>;
  /** Resolves when a write may have added a record after `after`, or when the wait is over. */
  wait: (
    after: string | undefined,
    waitMilliseconds: number,
    signal?: AbortSignal,
  ) => Promise<void>;
  /** Records up to this position may be thrown away: every reader has passed them. */
  trim: (upTo: string) => void;
}

export interface ObjectAccess {
  put: (
    bucketName: string,
    key: string,
    body: Uint8Array,
    contentType?: string,
  ) => Promise<{ eTag: string }>;
  get: (bucketName: string, key: string) => Promise<StoredObject | undefined>;
}

export interface StoredObject {
  body: Buffer;
  contentType: string;
  eTag: string;
  metadata: Record<string, string>;
  lastModified: Date;
}

/** One mail that left by SES, newest first in lists. */
export interface SentMail {
  messageId: string;
  sentAt: string;
  from: string;
  recipients: readonly string[];
  subject: string;
  configurationSet?: string;
  /** Path of the `.eml` as the receiver gets it. */
  file: string;
}

export interface OutboxAccess {
  folder: string;
  list: (limit: number) => Promise<SentMail[]>;
  raw: (messageId: string) => Promise<Buffer | undefined>;
}
