import { type Place, queueArn, queueUrl } from '../arn.ts';
import type { QueueDefinition } from '../contract.ts';
import { AwsError, notEmulated } from '../gateway/aws-error.ts';
import type { Call, Service } from '../gateway/call.ts';
import { type JsonObject, jsonAnswer, parseJson } from '../gateway/json-protocol.ts';
import { batchAnswer, messageAnswer, sentAnswer, sqsRefusal } from './answers.ts';
import { queueAttributes } from './attributes.ts';
import {
  attributesOf,
  checkBody,
  entriesOf,
  integerOf,
  maximumMessageBytes,
  optionalInteger,
  sizeOf,
  textOf,
} from './limits.ts';
import { md5Of } from './md5.ts';
import { moveTasksOf } from './move-tasks.ts';
import type { Outgoing, Queues } from './queues.ts';

type Operation = (input: JsonObject, call: Call) => unknown;

/** SQS's JSON protocol in front of the queues. Batch calls need the permission of the single one. */
export function sqsService(queues: Queues, place: Place, endpoint: () => string): Service {
  const moves = moveTasksOf(queues, place);

  function queueOf(input: JsonObject, call: Call, action: string): QueueDefinition {
    const name = textOf(input, 'QueueUrl').split('/').at(-1) ?? '';
    // Permission first: a caller without it must not learn which queues exist.
    call.caller.require(`sqs:${action}`, queueArn(place, name));
    return existing(name);
  }

  function existing(name: string): QueueDefinition {
    const queue = queues.definitionOf(name);
    if (queue) return queue;
    throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
  }

  function outgoingOf(input: JsonObject): Outgoing & { size: number } {
    const body = textOf(input, 'MessageBody');
    const attributes = attributesOf(input);
    const size = sizeOf(body, attributes);
    checkBody(body, size);
    return { body, attributes, size, delaySeconds: optionalInteger(input, 'DelaySeconds', 900) };
  }

  const operations: Record<string, Operation> = {
    async SendMessage(input, call) {
      const queue = queueOf(input, call, 'SendMessage');
      const message = outgoingOf(input);
      const [messageId = ''] = await queues.send(queue, [message], call.caller.name);
      return sentAnswer(messageId, md5Of(message.body), message.attributes);
    },

    async SendMessageBatch(input, call) {
      const queue = queueOf(input, call, 'SendMessage');
      const messages: Outgoing[] = [];
      let size = 0;
      const answer = batchAnswer(entriesOf(input), (entry) => {
        const message = outgoingOf(entry);
        size += message.size;
        messages.push(message);
        return sentAnswer('', md5Of(message.body), message.attributes);
      });
      if (size > maximumMessageBytes) {
        throw new AwsError(
          'BatchRequestTooLong',
          `Batch requests cannot be longer than ${maximumMessageBytes} bytes.`,
        );
      }
      const ids = await queues.send(queue, messages, call.caller.name);
      (answer.Successful as JsonObject[]).forEach((sent, at) => (sent.MessageId = ids[at]));
      return answer;
    },

    async ReceiveMessage(input, call) {
      const queue = queueOf(input, call, 'ReceiveMessage');
      const wait = optionalInteger(input, 'WaitTimeSeconds', 20) ?? queue.receiveWaitSeconds ?? 0;
      const messages = await queues.receive(queue, {
        max: integerOf(input, 'MaxNumberOfMessages', { min: 1, max: 10, fallback: 1 }),
        waitMilliseconds: wait * 1000,
        visibilitySeconds: optionalInteger(input, 'VisibilityTimeout', 43_200),
        signal: call.gone,
      });
      if (messages.length === 0) return {};
      return { Messages: messages.map((message) => messageAnswer(message, input)) };
    },

    DeleteMessage(input, call) {
      const queue = queueOf(input, call, 'DeleteMessage');
      remove(queue, textOf(input, 'ReceiptHandle'));
    },

    DeleteMessageBatch(input, call) {
      const queue = queueOf(input, call, 'DeleteMessage');
      return batchAnswer(entriesOf(input), (entry) => {
        remove(queue, textOf(entry, 'ReceiptHandle'));
        return {};
      });
    },

    ChangeMessageVisibility(input, call) {
      changeVisibility(queueOf(input, call, 'ChangeMessageVisibility'), input);
    },

    ChangeMessageVisibilityBatch(input, call) {
      const queue = queueOf(input, call, 'ChangeMessageVisibility');
      return batchAnswer(entriesOf(input), (entry) => {
        changeVisibility(queue, entry);
        return {};
      });
    },

    GetQueueAttributes(input, call) {
      const queue = queueOf(input, call, 'GetQueueAttributes');
      return {
        Attributes: queueAttributes(queue, queues.depth(queue.name), place, input.AttributeNames),
      };
    },

    GetQueueUrl(input, call) {
      const name = textOf(input, 'QueueName');
      call.caller.require('sqs:GetQueueUrl', queueArn(place, name));
      return { QueueUrl: queueUrl(endpoint(), place, existing(name).name) };
    },

    ListQueues(input, call) {
      call.caller.require('sqs:ListQueues', queueArn(place, '*'));
      const prefix = String(input.QueueNamePrefix ?? '');
      const names = queues
        .definitions()
        .map((queue) => queue.name)
        .filter((name) => name.startsWith(prefix));
      return { QueueUrls: names.map((name) => queueUrl(endpoint(), place, name)) };
    },

    ListDeadLetterSourceQueues(input, call) {
      const queue = queueOf(input, call, 'ListDeadLetterSourceQueues');
      const sources = queues
        .definitions()
        .filter((each) => each.deadLetters?.queueName === queue.name);
      return { queueUrls: sources.map(({ name }) => queueUrl(endpoint(), place, name)) };
    },

    PurgeQueue(input, call) {
      queues.purge(queueOf(input, call, 'PurgeQueue').name);
    },

    StartMessageMoveTask: (input, call) => moves.start(input, call.caller),
    ListMessageMoveTasks: (input, call) => moves.list(input, call.caller),
  };

  function remove(queue: QueueDefinition, receiptHandle: string): void {
    withHandle(receiptHandle, () => queues.remove(queue, [receiptHandle]));
  }

  function changeVisibility(queue: QueueDefinition, input: JsonObject): void {
    const seconds = integerOf(input, 'VisibilityTimeout', { min: 0, max: 43_200 });
    const receiptHandle = textOf(input, 'ReceiptHandle');
    const outcome = withHandle(receiptHandle, () =>
      queues.changeVisibility(queue, receiptHandle, seconds),
    );
    if (outcome === 'not-in-flight') {
      throw new AwsError('MessageNotInflight', "The specified message isn't in flight.");
    }
  }

  return {
    async answer(call) {
      const operation = operations[call.operation];
      if (!operation) throw notEmulated('SQS', call.operation);
      return jsonAnswer((await operation(parseJson(call.body), call)) ?? {});
    },
    refuse: sqsRefusal,
  };
}

function withHandle<T>(receiptHandle: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const text = `The input receipt handle "${receiptHandle}" is not a valid receipt handle.`;
    throw Object.assign(new AwsError('ReceiptHandleIsInvalid', text), { cause });
  }
}
