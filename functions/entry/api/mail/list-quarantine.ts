import type * as endpoints from '../../../../schemas/api/mail.ts';
import type { UseCase } from '../types.ts';

/** One query of each topic's list at once. */
export const listQuarantine: UseCase<typeof endpoints.listQuarantine> =
  ({ tickets, settings }) =>
  async ({ query }) => {
    const { items, cursor } = await tickets.listHeld({ topics: settings.topics, ...query });
    return { items: [...items], cursor };
  };
