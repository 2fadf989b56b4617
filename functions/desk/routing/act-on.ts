import type { Ticket } from '../../../schemas/ticket.ts';
import type { RoutedMessage } from './route-message.ts';

/** Steps kept on the ticket; rules that did not match are known by the version of the list. */
const stepsMost = 20;

/** The new ticket as the rules want it; tickets that go on from another stay with the people who know the case. */
export const actOn = (
  ticket: Ticket,
  { actions, path, suggestion }: Pick<RoutedMessage, 'actions' | 'path' | 'suggestion'>,
  version: number,
): Ticket => {
  const { priority, tier, tags, line, assigneeId, reason, spam } = actions;
  const steps = path.filter(({ matched }) => matched).slice(0, stepsMost);
  return {
    ...ticket,
    ...(priority !== undefined && { priority }),
    ...(tier !== undefined && { tier }),
    ...(tags !== undefined && { tags }),
    ...(line !== undefined && { line, lineReason: 'rule' as const }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(reason !== undefined && { reason }),
    ...(spam === true && {
      status: 'spam' as const,
      held: ticket.held ?? ('rule' as const),
      mayAcknowledge: false,
    }),
    ...(suggestion !== undefined && { suggestion }),
    ...(steps.length > 0 && { routing: { version, steps } }),
  };
};
