import type { Agent } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/promises.ts';
import { asActor, maySee } from '../../../desk/access.ts';
import { invalid, missing } from '../../../desk/problem.ts';
import { applyPromiseTo } from '../../../desk/promises/apply.ts';
import { type Book, bookOf } from '../../../desk/promises/book.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import { loadLists } from '../../desk-lists.ts';
import { withTimelineIfNeeded } from '../../whole-timeline.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';

/** Tickets of one call: each is read, and at most written, within the gateway's patience. */
const pageSize = 25;
const groups = ['active', 'postponed'] as const;
type Group = (typeof groups)[number];

/** Where a run stands: the list, and the place in it. */
const placeOf = (cursor: string | undefined): { group: Group; cursor: string | undefined } => {
  const [name, ...rest] = (cursor ?? 'active.').split('.');
  const group = groups.find((one) => one === name);
  if (!group) throw invalid('cursor.invalid', 'This list has to be read from its beginning.');
  return { group, cursor: rest.join('.') || undefined };
};

const cursorAfter = (group: Group, cursor: string | undefined): string | undefined =>
  cursor !== undefined ? `${group}.${cursor}` : group === 'active' ? 'postponed.' : undefined;

/**
 * A page of a topic's open tickets. What is changed may move in its list and be met again, where it is found changed
 * already; a run that is broken off or repeated does no harm.
 */
export const applyPromises: UseCase<typeof endpoints.applyPromises> =
  (deps) =>
  async ({ body: { topic, isTrial, cursor } }, agent) => {
    const lists = await loadLists(deps.desk, deps.settings);
    if (!lists.topics.some(({ id }) => id === topic))
      throw missing('topic.missing', `There is no topic "${topic}".`);
    const place = placeOf(cursor);
    if (cursor === undefined)
      await deps.audit.append(
        audited(agent, {
          action: 'promise.applied',
          target: topic,
          at: deps.now(),
          changes: { isTrial },
        }),
      );
    const page = await deps.tickets.listByTopic({
      topic,
      group: place.group,
      limit: pageSize,
      ...(place.cursor !== undefined && { cursor: place.cursor }),
    });
    const ids = page.items.filter((ticket) => maySee(agent, ticket)).map(({ id }) => id);
    const outcomes = await Promise.all(
      ids.map((ticketId) => applyOne(deps, { ticketId, lists, isTrial, by: agent })),
    );
    const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
    const next = cursorAfter(place.group, page.cursor);
    return {
      looked: outcomes.length,
      changed: count('changed'),
      skipped: count('skipped'),
      ...(next !== undefined && { cursor: next }),
    };
  };

type Outcome = 'changed' | 'unchanged' | 'skipped';

/** Somebody saves the ticket while we look: the second time it is left for another run. */
const mostTries = 2;

const applyOne = async (
  deps: Pick<ApiDeps, 'tickets' | 'bookOf' | 'now'>,
  one: { ticketId: string; lists: DeskLists; isTrial: boolean; by: Agent },
): Promise<Outcome> => {
  const { promises, calendars } = one.lists;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const ticket = await deps.tickets.load(one.ticketId);
    if (!ticket) return 'unchanged';
    const book = both(await deps.bookOf(ticket), bookOf(promises, calendars));
    const change = await withTimelineIfNeeded(deps.tickets, ticket.id, (timeline) =>
      applyPromiseTo({
        ticket,
        promises,
        calendars,
        book,
        ...(timeline && { timeline }),
        by: asActor(one.by),
        now: deps.now(),
      }),
    );
    if (!change) return 'unchanged';
    if (one.isTrial || (await deps.tickets.save(change)) === 'saved') return 'changed';
  }
  return 'skipped';
};

const both = (a: Book, b: Book): Book => ({
  promises: new Map([...a.promises, ...b.promises]),
  calendars: new Map([...a.calendars, ...b.calendars]),
});
