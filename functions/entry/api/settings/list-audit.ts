import type * as endpoints from '../../../../schemas/api/settings.ts';
import type { UseCase } from '../types.ts';

/** One query, or one for each month that it goes back. */
export const listAudit: UseCase<typeof endpoints.listAudit> =
  ({ audit, now }) =>
  async ({ query: { until, ...page } }) => {
    const { items, cursor } = await audit.list({ ...page, until: until ?? now() });
    return { items: [...items], cursor };
  };
