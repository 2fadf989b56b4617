import type { QueueMessageAttribute } from '../access.ts';
import { AwsError } from '../gateway/aws-error.ts';
import { isObject, type JsonObject } from '../gateway/json-protocol.ts';

/** 1 MiB for a message with its attributes, and for a whole batch (SQS quotas, 2025-08). */
export const maximumMessageBytes = 1_048_576;
const maximumBatch = 10;
// https://www.w3.org/TR/REC-xml/#charsets, as SendMessage demands; lone surrogates are outside it.
const illegalCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

export function invalid(reason: string): AwsError {
  return new AwsError(
    'InvalidParameterValue',
    `One or more parameters are invalid. Reason: ${reason}`,
  );
}

export function textOf(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AwsError('MissingParameter', `The request must contain the parameter ${name}.`);
}

/** @throws AwsError when the number is missing without a default, no integer or out of range. */
export function integerOf(
  input: JsonObject,
  name: string,
  { min, max, fallback }: { min: number; max: number; fallback?: number },
): number {
  const value = input[name] ?? fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  throw invalid(`Value ${String(value)} for parameter ${name} must be ${min} to ${max}.`);
}

export function optionalInteger(input: JsonObject, name: string, max: number): number | undefined {
  return input[name] === undefined ? undefined : integerOf(input, name, { min: 0, max });
}

export function attributesOf(input: JsonObject): Record<string, QueueMessageAttribute> | undefined {
  const given = input.MessageAttributes;
  if (!isObject(given) || Object.keys(given).length === 0) return undefined;
  if (Object.keys(given).length > 10) throw invalid('Number of message attributes exceeds 10.');
  for (const [name, value] of Object.entries(given)) {
    const type = isObject(value) && typeof value.DataType === 'string' ? value.DataType : '';
    if (!/^(String|Number|Binary)(\.|$)/.test(type)) {
      throw invalid(`The message attribute '${name}' must contain a non-empty known type.`);
    }
  }
  return given as Record<string, QueueMessageAttribute>;
}

/** Bytes that count against the limit. */
export function sizeOf(
  body: string,
  attributes: Record<string, QueueMessageAttribute> | undefined,
): number {
  let size = Buffer.byteLength(body);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    size += Buffer.byteLength(name) + Buffer.byteLength(value.DataType);
    size += Buffer.byteLength(value.StringValue ?? '');
    size += Buffer.byteLength(value.BinaryValue ?? '', 'base64');
  }
  return size;
}

export function checkBody(body: string, size: number): void {
  if (size > maximumMessageBytes) {
    throw invalid(`Message must be shorter than ${maximumMessageBytes} bytes.`);
  }
  if (illegalCharacter.test(body)) {
    throw new AwsError(
      'InvalidMessageContents',
      'The message contains characters outside the allowed set.',
    );
  }
}

/** The entries of a batch call, one to ten with distinct ids. */
export function entriesOf(input: JsonObject): (JsonObject & { Id: string })[] {
  const entries = Array.isArray(input.Entries) ? input.Entries.filter(isObject) : [];
  const coded = (code: string, text: string) => new AwsError(code, text);
  if (entries.length === 0) {
    throw coded('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > maximumBatch) {
    throw coded(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${maximumBatch}.`,
    );
  }
  const ids = entries.map((entry) => String(entry.Id ?? ''));
  if (ids.some((id) => !/^[\w-]{1,80}$/.test(id))) {
    throw coded('InvalidBatchEntryId', 'A batch entry id has 1 to 80 letters, digits, - and _.');
  }
  if (new Set(ids).size < ids.length) {
    throw coded('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  }
  return entries as (JsonObject & { Id: string })[];
}
