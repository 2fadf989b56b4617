import type { QueueAccess, StreamReader, StreamRecord } from '../../aws/access.ts';
import type { StreamMappingModel } from '../../template/model.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { readBatchAnswer } from './batch-answer.ts';
import type { Checkpoint } from './checkpoint.ts';
import { matchesPattern } from './pattern.ts';
import type { SourceMapping } from './source-mapping.ts';
import { givenUp } from './stream-failure.ts';

export type StreamMappingOptions = {
  model: StreamMappingModel;
  lambda: LambdaFunction;
  stream: StreamReader;
  queues: QueueAccess;
  checkpoint: Checkpoint;
  /** Called when the position moved, so that passed records can be thrown away. */
  onMove: () => void;
};

const WAIT_MILLISECONDS = 5_000;
/** Waits between attempts: doubled from the first to the last of these. */
const BACK_OFF_MILLISECONDS = { first: 100, longest: 10_000 };

/** Lambda's reader of one table's stream: in order, a failed batch stops everything behind it. */
export class StreamMapping implements SourceMapping {
  readonly model: StreamMappingModel;
  readonly #options: StreamMappingOptions;
  #stopping: Promise<void> | undefined;
  #run: { abort: AbortController; ended: Promise<void> } | undefined;

  constructor(options: StreamMappingOptions) {
    this.#options = options;
    this.model = { ...options.model };
  }

  /** Up to where this mapping has handled the stream. */
  get position(): string | undefined {
    return this.#options.checkpoint.position;
  }

  start(): void {
    if (this.#run) return;
    const abort = new AbortController();
    this.#run = { abort, ended: this.#poll(abort.signal) };
  }

  async stop(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    run?.abort.abort();
    this.#stopping = run?.ended;
  }

  async drained(): Promise<void> {
    await this.#stopping;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { stream, checkpoint } = this.#options;
    if (checkpoint.position === undefined && this.model.startsAt === 'LATEST') {
      checkpoint.move(await stream.latest());
    }
    while (!signal.aborted) {
      const records = await this.#collect(signal);
      const last = records.at(-1);
      if (!last) continue;
      const wanted = records.filter((record) => this.#isWanted(record));
      if (await this.#handle(wanted, signal)) this.#move(last);
    }
    checkpoint.flush();
  }

  async #collect(signal: AbortSignal): Promise<StreamRecord[]> {
    const { stream, checkpoint } = this.#options;
    const after = checkpoint.position;
    const records = await stream.read(after, this.model.batchSize);
    if (records.length === 0) {
      await stream.wait(after, WAIT_MILLISECONDS, signal);
      return [];
    }
    const until = Date.now() + this.model.windowSeconds * 1_000;
    while (records.length < this.model.batchSize && Date.now() < until && !signal.aborted) {
      const position = records.at(-1)?.dynamodb.SequenceNumber;
      await stream.wait(position, until - Date.now(), signal);
      records.push(...(await stream.read(position, this.model.batchSize - records.length)));
    }
    return records;
  }

  /**
   * Tries until every record is handled or given up; bisecting does not count as an attempt.
   * @returns false when the runner stopped before: the records come again at the next start
   */
  async #handle(records: StreamRecord[], signal: AbortSignal): Promise<boolean> {
    let rest = records;
    let attempts = 0;
    while (rest.length > 0 && !signal.aborted) {
      const outcome = await this.#options.lambda.invoke({ Records: rest });
      const ids = rest.map(({ dynamodb }) => dynamodb.SequenceNumber);
      const { failed } = readBatchAnswer(outcome, ids, this.model.reportsItemFailures);
      if (failed === 'none') return true;
      // The runner may have ended the function; that is no failure of the batch.
      if (signal.aborted) return false;
      const firstFailed = failed === 'all' ? 0 : ids.findIndex((id) => failed.has(id));
      if (firstFailed > 0) {
        this.#moveTo(rest[firstFailed - 1]);
        rest = rest.slice(firstFailed);
        attempts = 0;
      }
      attempts += 1;
      if (this.#isGivenUp(rest, attempts)) {
        await this.#giveUp(rest, attempts);
        return true;
      }
      await pause(attempts, signal);
      if (this.model.bisects && rest.length > 1) {
        const middle = Math.ceil(rest.length / 2);
        const isFirstDone = await this.#handle(rest.slice(0, middle), signal);
        return isFirstDone && (await this.#handle(rest.slice(middle), signal));
      }
    }
    return rest.length === 0;
  }

  #isGivenUp(records: StreamRecord[], attempts: number): boolean {
    const { maximumRetries, maximumAgeSeconds, bisects } = this.model;
    const oldest = records[0]?.dynamodb.ApproximateCreationDateTime ?? 0;
    if (maximumAgeSeconds > 0 && Date.now() / 1_000 - oldest > maximumAgeSeconds) return true;
    if (bisects && records.length > 1) return false;
    return maximumRetries >= 0 && attempts > maximumRetries;
  }

  async #giveUp(records: StreamRecord[], attempts: number): Promise<void> {
    const { failureQueueName } = this.model;
    const { queues, stream, lambda } = this.#options;
    if (failureQueueName === undefined) return;
    const report = givenUp({
      records,
      attempts,
      streamArn: stream.arn,
      functionArn: lambda.model.arn,
    });
    await queues.send(failureQueueName, JSON.stringify(report));
  }

  #isWanted(record: StreamRecord): boolean {
    const { filters } = this.model;
    return filters.length === 0 || filters.some((pattern) => matchesPattern(pattern, record));
  }

  #moveTo(record: StreamRecord | undefined): void {
    if (record) this.#move(record);
  }

  #move(record: StreamRecord): void {
    this.#options.checkpoint.move(record.dynamodb.SequenceNumber);
    this.#options.onMove();
  }
}

async function pause(attempts: number, signal: AbortSignal): Promise<void> {
  const { first, longest } = BACK_OFF_MILLISECONDS;
  const milliseconds = Math.min(longest, first * 2 ** (attempts - 1));
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
