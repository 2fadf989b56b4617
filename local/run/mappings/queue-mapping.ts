import type { QueueAccess, QueueMessage } from '../../aws/access.ts';
import type { QueueMappingModel } from '../../template/model.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { readBatchAnswer } from './batch-answer.ts';
import { matchesPattern } from './pattern.ts';
import type { SourceMapping } from './source-mapping.ts';

export type QueueMappingOptions = {
  model: QueueMappingModel;
  lambda: LambdaFunction;
  queues: QueueAccess;
  region: string;
  /**
   * A failed message comes again after this many seconds, doubled with every attempt, and at most
   * its visibility timeout. Lambda waits for the whole timeout; a person at a laptop should not.
   */
  retrySeconds: number;
};

/** Long polls as Lambda's pollers do. */
const WAIT_MILLISECONDS = 20_000;
/** The most one receive of SQS brings. */
const RECEIVE_MOST = 10;
/** Doubling ends here: later attempts wait for the queue's own visibility timeout at most. */
const LONGEST_RETRY_SECONDS = 30;

/** Lambda's pollers for one queue: batches, at most so many at once, failed messages come again. */
export class QueueMapping implements SourceMapping {
  readonly model: QueueMappingModel;
  readonly #options: QueueMappingOptions;
  readonly #deliveries = new Set<Promise<void>>();
  #run: { abort: AbortController; ended: Promise<void> } | undefined;
  #wake: () => void = () => {};

  constructor(options: QueueMappingOptions) {
    this.#options = options;
    this.model = { ...options.model };
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
    this.#wake();
    await run?.ended;
  }

  async drained(): Promise<void> {
    await Promise.all(this.#deliveries);
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { lambda } = this.#options;
    const most = Math.min(
      this.model.maximumConcurrency ?? lambda.mostEnvironments,
      lambda.mostEnvironments,
    );
    while (!signal.aborted) {
      if (this.#deliveries.size >= most) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      const batch = await this.#collect(signal);
      if (batch.length === 0) continue;
      const delivery = this.#deliver(batch).finally(() => {
        this.#deliveries.delete(delivery);
        this.#wake();
      });
      this.#deliveries.add(delivery);
    }
  }

  /** One batch: what is there at once, or what comes within the window after its first message. */
  async #collect(signal: AbortSignal): Promise<QueueMessage[]> {
    const { batchSize, windowSeconds } = this.model;
    const batch = await this.#receive(batchSize, WAIT_MILLISECONDS, signal);
    const until = Date.now() + windowSeconds * 1_000;
    while (batch.length > 0 && batch.length < batchSize && !signal.aborted) {
      const left = until - Date.now();
      const more = await this.#receive(batchSize - batch.length, Math.max(0, left), signal);
      batch.push(...more);
      if (more.length === 0) break;
    }
    return batch;
  }

  #receive(most: number, waitMilliseconds: number, signal: AbortSignal): Promise<QueueMessage[]> {
    const max = Math.min(most, RECEIVE_MOST);
    return this.#options.queues.receive(this.model.queueName, { max, waitMilliseconds, signal });
  }

  async #deliver(messages: QueueMessage[]): Promise<void> {
    const { queues, lambda } = this.#options;
    const hiddenUntil = new Map(messages.map((message) => [message, this.#visibleAt(message)]));
    const records = messages.map((message) => this.#record(message));
    const wanted = messages.filter((_, index) => this.#isWanted(records[index]));
    const event = { Records: records.filter((record) => this.#isWanted(record)) };
    const ids = wanted.map(({ messageId }) => messageId);
    const { failed } =
      wanted.length === 0
        ? { failed: 'none' as const }
        : readBatchAnswer(await lambda.invoke(event), ids, this.model.reportsItemFailures);
    const isFailed = ({ messageId }: QueueMessage): boolean =>
      failed === 'all' ? ids.includes(messageId) : failed !== 'none' && failed.has(messageId);
    const done = messages.filter((message) => !isFailed(message));
    await queues.remove(
      this.model.queueName,
      done.map(({ receiptHandle }) => receiptHandle),
    );
    // A function may have said itself when a message shall come again; that stands.
    const toRetry = messages
      .filter(isFailed)
      .filter((message) => this.#visibleAt(message) === hiddenUntil.get(message));
    await Promise.all(toRetry.map((message) => this.#retry(message)));
  }

  #visibleAt({ receiptHandle }: QueueMessage): number | undefined {
    return this.#options.queues.visibleAt(this.model.queueName, receiptHandle);
  }

  async #retry({ receiptHandle, attributes }: QueueMessage): Promise<void> {
    const attempts = Number(attributes['ApproximateReceiveCount'] ?? 1);
    const seconds = this.#options.retrySeconds * 2 ** (attempts - 1);
    await this.#options.queues.changeVisibility(
      this.model.queueName,
      [receiptHandle],
      Math.round(Math.min(LONGEST_RETRY_SECONDS, seconds)),
    );
  }

  #isWanted(record: unknown): boolean {
    const { filters } = this.model;
    return filters.length === 0 || filters.some((pattern) => matchesPattern(pattern, record));
  }

  #record(message: QueueMessage): Record<string, unknown> {
    const attributes = Object.entries(message.messageAttributes).map(([name, attribute]) => [
      name,
      {
        dataType: attribute.DataType,
        stringValue: attribute.StringValue,
        binaryValue: attribute.BinaryValue,
        stringListValues: [],
        binaryListValues: [],
      },
    ]);
    return {
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: message.attributes,
      messageAttributes: Object.fromEntries(attributes),
      md5OfBody: message.md5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: this.model.sourceArn,
      awsRegion: this.#options.region,
    };
  }
}
