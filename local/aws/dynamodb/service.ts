import type { Place } from '../arn.ts';
import type { Chaos } from '../chaos.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Service } from '../gateway/call.ts';
import { type JsonObject, jsonRefusal, parseJson } from '../gateway/json-protocol.ts';
import { needsOf } from './needs.ts';
import type { Upstream } from './upstream.ts';

export interface DynamoDbParts {
  upstream: Upstream;
  place: Place;
  hashKeyOf: (tableName: string) => string | undefined;
  /** A write was answered: stream readers may look. */
  wrote: () => void;
  chaos?: Chaos;
}

const writes = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
]);

/** Asks IAM and passes the call on to the database. Nothing is rewritten on the way. */
export function dynamoDbService(parts: DynamoDbParts): Service {
  const { upstream, place, hashKeyOf, wrote, chaos } = parts;
  return {
    async answer(call) {
      const { caller, operation, body } = call;
      if (!caller.isOperator) {
        const input = parseJson(body);
        for (const { action, resource, leadingKeys } of needsOf(operation, input, {
          place,
          hashKeyOf,
        })) {
          caller.require(action, resource, { 'dynamodb:LeadingKeys': leadingKeys });
        }
        if (operation === 'TransactWriteItems' && chaos?.raisesConflict()) throw conflict(input);
      }
      const response = await upstream.forward(String(call.headers['x-amz-target']), body);
      if (writes.has(operation) && response.status === 200) wrote();
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(response.headers)) {
        if (typeof value === 'string' && !hopByHop.has(name)) headers[name] = value;
      }
      return { status: response.status, headers, body: response.body };
    },
    refuse(error) {
      const answer = jsonRefusal(error);
      // DynamoDB answers 400 where others answer 403.
      if (error.code === 'AccessDeniedException') answer.status = 400;
      return answer;
    },
  };
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Two transactions met on one item: nothing was written and the caller may retry. */
function conflict(input: JsonObject): AwsError {
  const items = Array.isArray(input.TransactItems) ? input.TransactItems : [];
  const CancellationReasons = items.map((_, at) =>
    at === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { details: { CancellationReasons } },
  );
}
