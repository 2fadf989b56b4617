import type * as endpoints from '../../../../schemas/api/routing.ts';
import type { RoutingRules } from '../../../../schemas/routing.ts';
import { requireSight } from '../../../desk/access.ts';
import { type RuleBook, routeMessage } from '../../../desk/routing/route-message.ts';
import type { RoutingSample } from '../../../desk/routing/sample.ts';
import { sampleOfOpened } from '../../../desk/routing/sample-of.ts';
import { compiled, loadBook } from '../../rule-book.ts';
import type { ApiDeps } from '../api-deps.ts';
import { refuseFaults } from '../settings/save-list.ts';
import { type Asking, ticketMissing } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';

/** Rules that somebody still writes: only their patterns must hold. */
export const written = async (rules: RoutingRules): Promise<RuleBook> => {
  const { patternFault } = await import('../patterns.lazy.ts');
  refuseFaults(
    rules.rules.flatMap(({ all, any, none }, index) =>
      [...all, ...any, ...none].flatMap((condition) => {
        const fault = condition.field === 'pattern' ? patternFault(condition.pattern) : undefined;
        return fault ? [{ path: `rules.${index}`, message: fault }] : [];
      }),
    ),
  );
  return compiled(rules, 0);
};

/** Where a connection sends what nothing claims. */
export const topicOf = ({ settings }: Pick<ApiDeps, 'settings'>, connectionId: string) =>
  settings.connections.find(({ id }) => id === connectionId)?.topic;

export const tryRouting: UseCase<typeof endpoints.tryRouting> =
  (deps) =>
  async ({ body: { message, rules } }, by) => {
    const desk = await loadBook(deps.desk, deps.settings, deps.models);
    const sample =
      'ticketId' in message
        ? await sampleIn(deps, { ticketId: message.ticketId, by })
        : { ...message, occurredAt: message.occurredAt ?? deps.now() };
    const routed = routeMessage({
      book: rules ? { ...(await written(rules)), ...learnedIn(desk.book) } : desk.book,
      sample,
      topics: desk.topics,
      connectionTopic: topicOf(deps, sample.connectionId),
    });
    return { ...routed, path: [...routed.path] };
  };

/** Rules that are not saved yet meet the suggestion as it is. */
export const learnedIn = ({ suggestion }: RuleBook): Pick<RuleBook, 'suggestion'> =>
  suggestion ? { suggestion } : {};

const sampleIn = async (
  { archive }: ApiDeps,
  { ticketId, by }: Asking & { readonly ticketId: string },
): Promise<RoutingSample> => {
  const found = await archive.opened(ticketId);
  if (!found) throw ticketMissing(ticketId);
  requireSight(by, found.ticket);
  return sampleOfOpened(found.ticket, found.first);
};
