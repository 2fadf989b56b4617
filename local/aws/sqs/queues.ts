import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { QueueMessage } from '../access.ts';
import type { Chaos } from '../chaos.ts';
import type { QueueDefinition } from '../contract.ts';
import { makeWaiters } from '../waiters.ts';
import { md5Of } from './md5.ts';
import {
  type MessageStore,
  type NewMessage,
  openMessageStore,
  type StoredMessage,
} from './message-store.ts';

export interface Outgoing {
  body: string;
  attributes?: QueueMessage['messageAttributes'];
  delaySeconds?: number;
}

export interface Receive {
  max: number;
  waitMilliseconds: number;
  visibilitySeconds?: number;
  signal?: AbortSignal;
}

/** Defaults of a queue: SQS Developer Guide, "Amazon SQS message quotas". */
const defaultVisibilitySeconds = 30;
const defaultRetentionSeconds = 345_600;
/** A deleted message must not wait for a receive to leave the file. */
const expirySweepMilliseconds = 60_000;

export type Queues = ReturnType<typeof openQueues>;

/** Standard queues: commit before answering, wake sleeping receivers at once. */
export function openQueues(
  dataFolder: string,
  definitions: readonly QueueDefinition[],
  chaos?: Chaos,
) {
  const store = openMessageStore(join(dataFolder, 'queues.sqlite'));
  const queues = new Map(definitions.map((queue) => [queue.name, queue]));
  const waiters = makeWaiters();
  const commitSoon = groupCommit(store, waiters.wake);
  const expiry = setInterval(() => store.expire(Date.now()), expirySweepMilliseconds);
  expiry.unref();
  const closing = new AbortController();

  async function send(
    queue: QueueDefinition,
    messages: readonly Outgoing[],
    sender: string,
  ): Promise<string[]> {
    const sentAt = Date.now();
    const rows = messages.map(
      ({ body, attributes, delaySeconds }): NewMessage => ({
        queue: queue.name,
        messageId: randomUUID(),
        body,
        attributes: attributes ? JSON.stringify(attributes) : null,
        sender,
        sentAt,
        visibleAt: sentAt + (delaySeconds ?? queue.delaySeconds ?? 0) * 1000,
        expiresAt: sentAt + (queue.retentionSeconds ?? defaultRetentionSeconds) * 1000,
      }),
    );
    await commitSoon(rows);
    return rows.map((row) => row.messageId);
  }

  async function receive(queue: QueueDefinition, wish: Receive): Promise<QueueMessage[]> {
    const deadline = Date.now() + wish.waitMilliseconds;
    while (!closing.signal.aborted && !wish.signal?.aborted) {
      const messages = take(queue, wish);
      const now = Date.now();
      if (messages.length > 0 || now >= deadline) return messages;
      const next = store.nextVisibleAt(queue.name) ?? Number.POSITIVE_INFINITY;
      await waiters.wait(queue.name, Math.min(deadline, next), wish.signal);
    }
    return [];
  }

  function take(queue: QueueDefinition, wish: Receive): QueueMessage[] {
    const now = Date.now();
    const visibleFor =
      wish.visibilitySeconds ?? queue.visibilityTimeoutSeconds ?? defaultVisibilitySeconds;
    const candidates = store.visible(queue.name, now, chaos?.reorders() ? wish.max * 3 : wish.max);
    if (candidates.length === 0) return [];
    const ordered =
      candidates.length > wish.max ? (chaos?.shuffled(candidates) ?? candidates) : candidates;
    const taken: QueueMessage[] = [];
    let buried = false;
    store.transaction(() => {
      for (const message of ordered.slice(0, wish.max)) {
        if (message.expiresAt <= now) {
          store.removeById(message.id);
        } else if (queue.deadLetters && message.receiveCount >= queue.deadLetters.maxReceiveCount) {
          store.moveToDeadLetters(message.id, queue.deadLetters.queueName, queue.name, now);
          buried = true;
        } else {
          // A doubled delivery stays visible: the next receiver gets it as well.
          const until = chaos?.duplicates() ? now : now + visibleFor * 1000;
          taken.push(delivered(message, store.lease(message.id, until, now), now));
        }
      }
    });
    if (buried && queue.deadLetters) waiters.wake(queue.deadLetters.queueName);
    // All candidates were dead or expired: look for live ones behind them.
    return taken.length > 0 ? taken : take(queue, wish);
  }

  return {
    definitionOf: (name: string) => queues.get(name),
    definitions: () => [...queues.values()],
    send,
    receive,
    remove(queue: QueueDefinition, receiptHandles: readonly string[]): void {
      store.transaction(() => receiptHandles.forEach((handle) => store.remove(queue.name, handle)));
    },
    changeVisibility(queue: QueueDefinition, receiptHandle: string, seconds: number) {
      const now = Date.now();
      const change = { queue: queue.name, receiptHandle, now };
      const outcome = store.changeVisibility(change, now + seconds * 1000);
      if (outcome === 'changed') waiters.wake(queue.name);
      return outcome;
    },
    visibleAt: (queue: QueueDefinition, receiptHandle: string) =>
      store.visibleAt(queue.name, receiptHandle),
    depth: (name: string) => store.depth(name, Date.now()),
    purge: (name: string) => void store.purge(name),
    /** Moves up to `max` visible dead letters as new messages; answers how many were moved. */
    async redrive(source: QueueDefinition, destination: QueueDefinition | undefined, max: number) {
      const dead = store.visible(source.name, Date.now(), max);
      for (const message of dead) {
        const target = destination ?? queues.get(message.source ?? '');
        if (!target) throw new Error(`Message ${message.messageId} has no queue to go back to.`);
        const attributes = message.attributes ? JSON.parse(message.attributes) : undefined;
        await send(target, [{ body: message.body, attributes, delaySeconds: 0 }], message.sender);
        store.removeById(message.id);
      }
      return dead.length;
    },
    close(): void {
      closing.abort();
      clearInterval(expiry);
      waiters.wakeAll();
      store.close();
    },
  };
}

/** Sends that arrive in one turn of the event loop share one commit. */
function groupCommit(store: MessageStore, wake: (queue: string) => void) {
  let rows: NewMessage[] = [];
  let commit: Promise<void> | undefined;

  function flush(): void {
    const batch = rows;
    rows = [];
    commit = undefined;
    store.transaction(() => batch.forEach((row) => store.insert(row)));
    for (const queue of new Set(batch.map((row) => row.queue))) wake(queue);
  }

  return (more: readonly NewMessage[]): Promise<void> => {
    rows.push(...more);
    commit ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(flush());
        } catch (error) {
          reject(error);
        }
      });
    });
    return commit;
  };
}

function delivered(message: StoredMessage, receiptHandle: string, now: number): QueueMessage {
  const attributes: Record<string, string> = {
    SenderId: message.sender,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount + 1),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? now),
  };
  return {
    messageId: message.messageId,
    receiptHandle,
    body: message.body,
    md5OfBody: md5Of(message.body),
    attributes,
    messageAttributes: message.attributes ? JSON.parse(message.attributes) : {},
  };
}
