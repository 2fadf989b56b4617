import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export type CapacityMeter = {
  /** Units the work took, by the store's own count: the table, each index, and requests made. */
  measure(work: () => Promise<unknown>): Promise<Measured>;
};

export type Measured = {
  readonly units: number;
  readonly requests: number;
  /** `table` or an index → units. */
  readonly of: Readonly<Record<string, number>>;
};

/**
 * Asks for the consumed capacity of every request of a client and adds it up. The local database counts as the service
 * does: whole KB per item, twice in a transaction, an index only when its entry changes, and twice when its key does.
 */
export const meterCapacity = (client: DynamoDBClient): CapacityMeter => {
  let sink: ConsumedCapacity[] | undefined;
  let requests = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({
        ...args,
        input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' },
      });
      requests += 1;
      const { ConsumedCapacity } = answer.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      sink?.push(...(ConsumedCapacity ? [ConsumedCapacity].flat() : []));
      return answer;
    },
    { step: 'initialize', name: 'meterCapacity' },
  );
  return {
    async measure(work) {
      const taken: ConsumedCapacity[] = [];
      sink = taken;
      const before = requests;
      await work();
      sink = undefined;
      return summed(taken, requests - before);
    },
  };
};

const summed = (taken: readonly ConsumedCapacity[], requests: number): Measured => {
  const of: Record<string, number> = {};
  const add = (name: string, units = 0) => {
    of[name] = (of[name] ?? 0) + units;
  };
  for (const { Table, GlobalSecondaryIndexes } of taken) {
    add('table', Table?.CapacityUnits);
    for (const [name, { CapacityUnits }] of Object.entries(GlobalSecondaryIndexes ?? {}))
      add(name, CapacityUnits);
  }
  return { of, requests, units: Object.values(of).reduce((sum, units) => sum + units, 0) };
};
