import type * as endpoints from '../../../../schemas/api/mail.ts';
import { maySeeTopic, seenBy } from '../../../desk/access.ts';
import type { UseCase } from '../types.ts';

/** One query of each topic's list at once. */
export const listQuarantine: UseCase<typeof endpoints.listQuarantine> =
  ({ tickets, settings }) =>
  async ({ query }, by) => {
    const topics = settings.topics.filter((topic) => maySeeTopic(by, topic));
    const { items, cursor } = await tickets.listAcross({ topics, group: 'spam', ...query });
    return { items: seenBy(by, items), cursor };
  };
