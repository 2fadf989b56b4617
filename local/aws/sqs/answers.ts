import type { QueueMessage, QueueMessageAttribute } from '../access.ts';
import type { AwsError } from '../gateway/aws-error.ts';
import type { Answer } from '../gateway/call.ts';
import { isObject, type JsonObject, jsonRefusal } from '../gateway/json-protocol.ts';
import { md5OfAttributes } from './md5.ts';

/** Codes of the old query protocol, which SDKs still show as the error's `Code`. */
const queryCodes: Record<string, string> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
};

export function sqsRefusal(error: AwsError): Answer {
  const answer = jsonRefusal(error);
  const fault = error.status >= 500 ? 'Receiver' : 'Sender';
  answer.headers['x-amzn-query-error'] = `${queryCodes[error.code] ?? error.code};${fault}`;
  return answer;
}

/** A received message as the JSON protocol words it, with the attributes that were asked for. */
export function messageAnswer(message: QueueMessage, input: JsonObject): JsonObject {
  const wantsSystem = namesIn(input.MessageSystemAttributeNames ?? input.AttributeNames);
  const wantsOwn = namesIn(input.MessageAttributeNames);
  const system = Object.entries(message.attributes).filter(([name]) => wantsSystem(name));
  const own = Object.entries(message.messageAttributes).filter(([name]) => wantsOwn(name));
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.md5OfBody,
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(own.length > 0 && {
      MessageAttributes: Object.fromEntries(own),
      MD5OfMessageAttributes: md5OfAttributes(Object.fromEntries(own)),
    }),
  };
}

function namesIn(wanted: unknown): (name: string) => boolean {
  const names = Array.isArray(wanted) ? wanted.map(String) : [];
  return (name) =>
    names.some((pattern) =>
      pattern === 'All' || pattern === '.*'
        ? true
        : pattern.endsWith('.*')
          ? name.startsWith(pattern.slice(0, -2))
          : name === pattern,
    );
}

export function sentAnswer(
  messageId: string,
  md5OfBody: string,
  attributes: Record<string, QueueMessageAttribute> | undefined,
): JsonObject {
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5OfBody,
    ...(attributes && { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

/** Runs each entry of a batch; a failing one is reported, the others go through. */
export function batchAnswer<Entry extends { Id: string }>(
  entries: readonly Entry[],
  run: (entry: Entry) => JsonObject,
): JsonObject {
  const successful: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!isAwsError(error)) throw error;
      failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: successful, Failed: failed };
}

function isAwsError(error: unknown): error is AwsError {
  return error instanceof Error && isObject((error as Partial<AwsError>).details);
}
