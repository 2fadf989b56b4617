import type * as endpoints from '../../../../schemas/api/ticket-lists.ts';
import type { TicketSummary } from '../../../../schemas/ticket.ts';
import { maySeeTopic, requireTopic, seenBy } from '../../../desk/access.ts';
import type { PageOf, PageRequest } from '../../../desk/stores.ts';
import { isInView } from '../../../desk/views/in-view.ts';
import type { Input } from '../../../http/types.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Caller, UseCase } from '../types.ts';

/** A view that hardly any ticket is in must not read a desk's whole list before it answers. */
const pagesMost = 6;
/** A page with so many is worth showing. */
const enough = 10;

type Query = Input<typeof endpoints.browseTickets>['query'];

/**
 * Lists are kept by topic and by person; the other questions are asked of their lines. At most six pages of the lists
 * are looked through for one answer, so a rare kind of ticket may take several answers to find.
 */
export const browseTickets: UseCase<typeof endpoints.browseTickets> =
  (deps) =>
  async ({ query }, caller) => {
    if (query.topic !== undefined) requireTopic(caller, query.topic);
    const found: TicketSummary[] = [];
    let { cursor } = query;
    for (let pages = 0; pages < pagesMost; pages += 1) {
      const page = await readPage(deps, caller, query, { limit: query.limit, cursor });
      found.push(...seenBy(caller, page.items).filter((ticket) => isInView(query, ticket)));
      cursor = page.cursor;
      if (cursor === undefined || found.length >= enough) break;
    }
    return { items: found, cursor };
  };

const readPage = (
  { tickets, settings }: Pick<ApiDeps, 'tickets' | 'settings'>,
  caller: Caller,
  { group, assignee, topic }: Query,
  page: PageRequest,
): Promise<PageOf<TicketSummary>> => {
  if (assignee !== undefined && assignee !== 'nobody' && group !== 'closed')
    return tickets.listByAgent({ agentId: assignee, group, ...page });
  const topics = settings.topics.filter((one) =>
    topic === undefined ? maySeeTopic(caller, one) : one === topic,
  );
  return tickets.listAcross({ topics, group, ...page });
};
