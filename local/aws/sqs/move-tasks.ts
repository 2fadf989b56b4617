import { randomUUID } from 'node:crypto';
import { type Place, queueArn } from '../arn.ts';
import type { QueueDefinition } from '../contract.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Caller } from '../gateway/call.ts';
import type { JsonObject } from '../gateway/json-protocol.ts';
import { integerOf, textOf } from './limits.ts';
import type { Queues } from './queues.ts';

interface MoveTask {
  handle: string;
  source: string;
  destination?: string;
  startedAt: number;
  moved: number;
  toMove: number;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED';
  failure?: string;
}

/** Messages moved a second when the caller names no rate; SQS's own ceiling. */
const fastestRate = 500;

/** Moves dead letters back to where they came from, as the console's "DLQ redrive" does. */
export function moveTasksOf(queues: Queues, place: Place) {
  const tasks: MoveTask[] = [];

  function queueAt(arn: string): QueueDefinition {
    const queue = queues.definitionOf(arn.split(':').at(-1) ?? '');
    if (queue) return queue;
    throw new AwsError('ResourceNotFoundException', `The resource ${arn} does not exist.`, {
      status: 404,
    });
  }

  function start(input: JsonObject, caller: Caller): JsonObject {
    const sourceArn = textOf(input, 'SourceArn');
    for (const action of [
      'StartMessageMoveTask',
      'ReceiveMessage',
      'DeleteMessage',
      'GetQueueAttributes',
    ]) {
      caller.require(`sqs:${action}`, sourceArn);
    }
    const source = queueAt(sourceArn);
    const targets = queues
      .definitions()
      .filter((each) => each.deadLetters?.queueName === source.name);
    if (targets.length === 0) {
      throw new AwsError(
        'InvalidParameterValue',
        'Source queue must be configured as a Dead Letter Queue.',
      );
    }
    const destination =
      input.DestinationArn === undefined ? undefined : queueAt(textOf(input, 'DestinationArn'));
    for (const target of destination ? [destination] : targets) {
      caller.require('sqs:SendMessage', queueArn(place, target.name));
    }
    if (tasks.some((task) => task.source === source.name && task.status === 'RUNNING')) {
      throw new AwsError('UnsupportedOperation', 'A message movement task is already running.');
    }
    const rate = { min: 1, max: fastestRate, fallback: fastestRate };
    const task: MoveTask = {
      handle: Buffer.from(randomUUID()).toString('base64'),
      source: source.name,
      destination: destination?.name,
      startedAt: Date.now(),
      moved: 0,
      toMove: queues.depth(source.name).visible,
      status: 'RUNNING',
    };
    tasks.unshift(task);
    void run(task, { source, destination }, integerOf(input, 'MaxNumberOfMessagesPerSecond', rate));
    return { TaskHandle: task.handle };
  }

  async function run(
    task: MoveTask,
    queuesOfTask: { source: QueueDefinition; destination?: QueueDefinition },
    perSecond: number,
  ): Promise<void> {
    try {
      while (task.moved < task.toMove) {
        const { source, destination } = queuesOfTask;
        const moved = await queues.redrive(
          source,
          destination,
          Math.min(perSecond, task.toMove - task.moved),
        );
        if (moved === 0) break;
        task.moved += moved;
        if (task.moved < task.toMove) await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      task.status = 'COMPLETED';
    } catch (error) {
      task.status = 'FAILED';
      task.failure = String(error);
    }
  }

  function list(input: JsonObject, caller: Caller): JsonObject {
    const sourceArn = textOf(input, 'SourceArn');
    caller.require('sqs:ListMessageMoveTasks', sourceArn);
    const source = queueAt(sourceArn);
    const count = integerOf(input, 'MaxResults', { min: 1, max: 10, fallback: 1 });
    const found = tasks.filter((task) => task.source === source.name).slice(0, count);
    return {
      Results: found.map((task) => ({
        ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
        Status: task.status,
        SourceArn: sourceArn,
        ...(task.destination && { DestinationArn: queueArn(place, task.destination) }),
        ApproximateNumberOfMessagesMoved: task.moved,
        ApproximateNumberOfMessagesToMove: task.toMove,
        StartedTimestamp: task.startedAt,
        ...(task.failure && { FailureReason: task.failure }),
      })),
    };
  }

  return { start, list };
}
