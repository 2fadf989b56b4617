import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ProposalStore } from '../desk/arrival-stores.ts';
import { secondsAfter } from './expiry.ts';
import { dismissedKey, dismissedPartition } from './keys.ts';
import { query } from './query.ts';
import type { Table } from './table.ts';

/** The same day of the next year is another proposal. */
const keptSeconds = 400 * 86_400;
const mostDismissed = 1000;

/** Proposals of peaks that somebody put aside. */
export const proposalStore = (table: Table): ProposalStore => ({
  dismissed: async () => {
    const { items } = await query(table, {
      partition: dismissedPartition,
      limit: mostDismissed,
    });
    return items.map(({ SK }) => SK);
  },

  dismiss: async (proposalId, now) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...dismissedKey(proposalId), expiresAt: secondsAfter(now, keptSeconds) },
      }),
    );
  },
});
