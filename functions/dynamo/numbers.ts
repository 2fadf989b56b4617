import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TicketNumbers } from '../desk/stores.ts';
import { numbersKey } from './keys.ts';
import type { Table } from './table.ts';

/** Below are numbers that look like years or counts; a customer quotes at least four digits. */
const firstNumber = 1001;

/** `block`: numbers reserved at once; what a process does not use is lost. */
export const ticketNumbers = (table: Table, block = 20): TicketNumbers => {
  const reserved = { next: 0, end: 0 };
  let reserving: Promise<void> | undefined;

  const reserve = async (): Promise<void> => {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...numbersKey },
        // Race: two processes reserve at once. The addition is atomic, so their blocks never overlap.
        UpdateExpression: 'SET nextNumber = if_not_exists(nextNumber, :first) + :block',
        ExpressionAttributeValues: { ':first': firstNumber, ':block': block },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    reserved.end = Number(Attributes?.['nextNumber']);
    reserved.next = reserved.end - block;
  };

  return {
    next: async () => {
      while (reserved.next >= reserved.end) {
        reserving ??= reserve().finally(() => {
          reserving = undefined;
        });
        await reserving;
      }
      reserved.next += 1;
      return reserved.next - 1;
    },
  };
};
