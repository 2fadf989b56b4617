import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsServices, MappingState } from '../../aws/contract.ts';
import type { MappingModel } from '../../template/model.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { Checkpoint } from './checkpoint.ts';
import { QueueMapping } from './queue-mapping.ts';
import type { SourceMapping } from './source-mapping.ts';
import { StreamMapping } from './stream-mapping.ts';

export type MappingSetOptions = {
  models: readonly MappingModel[];
  aws: AwsServices;
  region: string;
  dataFolder: string;
  retrySeconds: number;
  functionNamed: (name: string) => LambdaFunction;
};

/** What a mapping's function must be allowed, because Lambda polls with the function's role. */
const NEEDED = {
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  stream: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
};

/** All event source mappings of the desk; whether one is paused survives a restart. */
export class MappingSet {
  readonly #options: MappingSetOptions;
  readonly #mappings: SourceMapping[];
  readonly #stateFile: string;

  /** @throws when a function's role does not allow what its mapping needs */
  constructor(options: MappingSetOptions) {
    this.#options = options;
    mkdirSync(join(options.dataFolder, 'mappings'), { recursive: true });
    this.#stateFile = join(options.dataFolder, 'mappings', 'paused.json');
    const paused = readPaused(this.#stateFile);
    for (const model of options.models) this.#requireGrants(model);
    this.#mappings = options.models.map((model) => {
      const mapping = this.#make(model);
      if (paused.includes(model.uuid)) mapping.model.enabled = false;
      return mapping;
    });
  }

  start(): void {
    for (const mapping of this.#mappings) if (mapping.model.enabled) mapping.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#mappings.map((mapping) => mapping.stop()));
  }

  async drained(): Promise<void> {
    await Promise.all(this.#mappings.map((mapping) => mapping.drained()));
  }

  list(): MappingState[] {
    return this.#mappings.map(({ model }) => this.#stateOf(model));
  }

  update(
    uuid: string,
    change: { enabled?: boolean; batchSize?: number },
  ): MappingState | undefined {
    const mapping = this.#mappings.find(({ model }) => model.uuid === uuid);
    if (!mapping) return undefined;
    mapping.model.enabled = change.enabled ?? mapping.model.enabled;
    mapping.model.batchSize = change.batchSize ?? mapping.model.batchSize;
    if (mapping.model.enabled) mapping.start();
    else void mapping.stop();
    const paused = this.#mappings.filter(({ model }) => !model.enabled);
    writeFileSync(this.#stateFile, JSON.stringify(paused.map(({ model }) => model.uuid)));
    return this.#stateOf(mapping.model);
  }

  #make(model: MappingModel): SourceMapping {
    const { aws, region, retrySeconds, functionNamed, dataFolder } = this.#options;
    const lambda = functionNamed(model.functionName);
    if (model.kind === 'queue') {
      return new QueueMapping({ model, lambda, queues: aws.queues, region, retrySeconds });
    }
    const stream = aws.streamOf(model.tableName);
    const checkpoint = new Checkpoint(join(dataFolder, 'mappings', `${model.uuid}.position`));
    const onMove = (): void => this.#trim(model.tableName);
    return new StreamMapping({ model, lambda, stream, queues: aws.queues, checkpoint, onMove });
  }

  /** Records that every reader of the table has passed are of no use to anybody. */
  #trim(tableName: string): void {
    const readers = this.#mappings.filter(
      (mapping): mapping is StreamMapping =>
        mapping instanceof StreamMapping &&
        mapping.model.kind === 'stream' &&
        mapping.model.tableName === tableName,
    );
    const positions = readers.map((reader) => reader.position);
    const known = positions.filter((position) => position !== undefined);
    if (known.length < positions.length) return;
    // Sequence numbers are decimal and longer than a double is exact.
    const [oldest] = known.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    if (oldest !== undefined) this.#options.aws.streamOf(tableName).trim(oldest);
  }

  #requireGrants(model: MappingModel): void {
    const { aws, functionNamed } = this.#options;
    const { roleName, name } = functionNamed(model.functionName).model;
    for (const action of NEEDED[model.kind]) {
      if (aws.isAllowed(roleName, action, model.sourceArn)) continue;
      throw new Error(`${name} reads ${model.sourceArn} but its role does not allow ${action}`);
    }
  }

  #stateOf(model: MappingModel): MappingState {
    return {
      UUID: model.uuid,
      EventSourceArn: model.sourceArn,
      FunctionArn: this.#options.functionNamed(model.functionName).model.arn,
      State: model.enabled ? 'Enabled' : 'Disabled',
      BatchSize: model.batchSize,
    };
  }
}

function readPaused(file: string): string[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
