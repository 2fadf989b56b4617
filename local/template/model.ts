import type {
  BucketDefinition,
  QueueDefinition,
  Role,
  SecretDefinition,
  TableDefinition,
  TopicDefinition,
} from '../aws/contract.ts';

/** Everything the local runner starts, read from a synthesized app; no intrinsic is left in it. */
export type DeskModel = {
  account: string;
  region: string;
  functions: FunctionModel[];
  roles: Role[];
  tables: TableDefinition[];
  queues: QueueDefinition[];
  buckets: BucketDefinition[];
  secrets: SecretDefinition[];
  topics: TopicDefinition[];
  mappings: MappingModel[];
  httpApis: HttpApiModel[];
  webSocketApis: WebSocketApiModel[];
  schedules: ScheduleModel[];
  eventRules: EventRuleModel[];
  mailEvents: MailEventRuleModel[];
  receiptRules: ReceiptRuleModel[];
  mailIdentities: string[];
  configurationSets: string[];
  signIn?: SignInModel;
  distributions: DistributionModel[];
  deployments: DeploymentModel[];
  alarms: string[];
  dashboards: string[];
};

/** A rule of the default event bus: what matches goes to these queues. */
export type EventRuleModel = {
  name: string;
  pattern: Record<string, unknown>;
  queueNames: string[];
};

export type FunctionModel = {
  name: string;
  arn: string;
  roleName: string;
  /** Path of the module and the exported name. */
  modulePath: string;
  exportName: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  reservedConcurrency?: number;
};

type MappingBase = {
  uuid: string;
  functionName: string;
  sourceArn: string;
  batchSize: number;
  windowSeconds: number;
  reportsItemFailures: boolean;
  enabled: boolean;
  /** Patterns of EventBridge's language; any one lets a record through; none lets all through. */
  filters: unknown[];
};
export type QueueMappingModel = MappingBase & {
  kind: 'queue';
  queueName: string;
  maximumConcurrency?: number;
};
export type StreamMappingModel = MappingBase & {
  kind: 'stream';
  tableName: string;
  startsAt: 'TRIM_HORIZON' | 'LATEST';
  bisects: boolean;
  /** -1 tries until the records expire. */
  maximumRetries: number;
  maximumAgeSeconds: number;
  /** Queue that learns which records were given up. */
  failureQueueName?: string;
};
export type MappingModel = QueueMappingModel | StreamMappingModel;

export type JwtAuthorizerModel = { issuer: string; audience: string[] };
export type RouteModel = {
  /** `POST /api/tickets/{ticketId}`, `ANY /x/{proxy+}` or `$default`. */
  key: string;
  functionName: string;
  jwt?: JwtAuthorizerModel;
  scopes: string[];
};
export type HttpApiModel = {
  id: string;
  endpoint: string;
  routes: RouteModel[];
  cors?: CorsModel;
  throttle: { burst: number; ratePerSecond: number };
};
export type CorsModel = {
  origins: string[];
  methods: string[];
  headers: string[];
  exposedHeaders: string[];
  maxAgeSeconds?: number;
  credentials: boolean;
};
export type WebSocketApiModel = {
  id: string;
  endpoint: string;
  stage: string;
  selection: string;
  /** Route key (`$connect`, `$default`, …) to function. */
  routes: Record<string, string>;
  /** Routes whose function's answer goes back over the socket; that of the others is dropped. */
  answering: string[];
};

export type ScheduleModel = {
  name: string;
  /** `rate(…)` or `cron(…)`. */
  expression: string;
  timezone: string;
  target: { functionName: string } | { queueName: string };
  /** Fixed event; without it the ordinary Scheduled Event is made. */
  input?: unknown;
};
/** SES events → EventBridge or SNS → queue, topic or function. */
export type MailEventRuleModel = {
  configurationSet?: string;
  eventTypes: string[];
  target: { queueName: string } | { functionName: string } | { topicName: string };
  envelope: 'eventBridge' | 'sns';
};
export type ReceiptRuleModel = {
  name: string;
  recipients: string[];
  scans: boolean;
  bucketName: string;
  prefix: string;
  topicName?: string;
};
export type SignInModel = {
  issuer: string;
  clientId: string;
  callbackUrls: string[];
  logoutUrls: string[];
  idTokenMinutes: number;
  refreshTokenDays: number;
  /** Host of the pool's own sign-in pages, if it has one. */
  loginHost?: string;
};

export type DistributionModel = {
  domainName: string;
  aliases: string[];
  rootObject?: string;
  /** In CloudFront's order; the last one is the default (`*`). */
  behaviors: BehaviorModel[];
  errors: { code: number; path?: string; status?: number }[];
};
export type BehaviorModel = {
  pattern: string;
  origin: { bucketName: string; path: string } | { host: string; path: string };
  allowedMethods: string[];
  /** Source of the CloudFront Functions that look at the request and the answer. */
  viewerRequest?: string;
  viewerResponse?: string;
  responseHeaders: Record<string, string>;
};
export type DeploymentModel = {
  bucketName: string;
  prefix: string;
  /** Folders copied over each other in this order; markers in their texts are replaced. */
  sources: { folder: string; markers: Record<string, string> }[];
  cacheControl?: string;
};
