import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { Slug } from '../../../schemas/primitives.ts';
import { recount } from './recount.ts';
import { tally } from './tally.ts';
import type { TallyDeps } from './tally-deps.ts';

/** What an operator invokes tally with to have topics counted again. */
const Recount = z.object({ recount: z.array(Slug).min(1).max(40) });
type Recount = z.infer<typeof Recount>;

const mostTries = 5;

/** The stream's batches, or the operator's wish to count again. */
export const handleTally = (
  deps: TallyDeps,
): ((event: DynamoDBStreamEvent | Recount) => Promise<DynamoDBBatchResponse>) => {
  const follow = tally(deps);
  return async (event) => {
    if ('Records' in event) return follow(event);
    const { recount: topics } = Recount.parse(event);
    for (let tries = 1; tries <= mostTries; tries += 1)
      if ((await recount(deps, topics)) === 'saved') return { batchItemFailures: [] };
    throw new Error('the desk is too busy to be counted again just now');
  };
};
