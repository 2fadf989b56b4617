import type { TicketSummary } from '../../../schemas/ticket.ts';

/** What a person wants to see: each that is given must hold. */
export type View = {
  readonly topic?: string | undefined;
  readonly channel?: string | undefined;
  readonly connection?: string | undefined;
  /** An agent's id, or `nobody`. */
  readonly assignee?: string | undefined;
  readonly line?: string | undefined;
  readonly tier?: string | undefined;
  readonly language?: string | undefined;
};

/** Whether a ticket is in a view of source, purpose and person. */
export const isInView = (view: View, ticket: TicketSummary): boolean => {
  const is = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || wanted === value;
  return (
    is(view.topic, ticket.topic) &&
    is(view.channel, ticket.channel) &&
    is(view.connection, ticket.connectionId) &&
    is(view.assignee, ticket.assigneeId ?? 'nobody') &&
    is(view.line, ticket.line) &&
    is(view.tier, ticket.tier) &&
    is(view.language, ticket.language)
  );
};
