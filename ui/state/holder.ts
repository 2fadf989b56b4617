import type { TicketSummary } from '../../schemas/ticket.ts';
import { texts } from '../texts/texts.ts';
import { colleagueNames, me } from './desk.ts';

/** Who works on a ticket, in a word or a name. */
export const holderOf = ({ assigneeId }: Pick<TicketSummary, 'assigneeId'>): string => {
  const { list } = texts.value;
  if (!assigneeId) return list.unassigned;
  if (assigneeId === me.value?.agent.id) return list.you;
  return colleagueNames.value.get(assigneeId) ?? '';
};
