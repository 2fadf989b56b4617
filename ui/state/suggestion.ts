import { signal } from '@preact/signals';
import type { Ticket } from '../../schemas/ticket.ts';
import { topicNames } from './desk.ts';
import { moveTo } from './ticket-actions.ts';

/** Tickets whose suggestion was put aside on this visit. */
const ignored = signal<ReadonlySet<string>>(new Set());

export const ignoreSuggestion = ({ id }: Ticket): void => {
  ignored.value = new Set([...ignored.value, id]);
};

/** What the desk learned to think of the ticket, where it thinks otherwise and nobody has decided yet. */
export const suggestionOf = (ticket: Ticket): Ticket['suggestion'] => {
  const { suggestion, topic, topicReason, status } = ticket;
  const isOver = status === 'closed' || status === 'spam';
  if (!suggestion || isOver || suggestion.topic === topic) return undefined;
  if (topicReason.rule === 'agent' || ignored.value.has(ticket.id)) return undefined;
  return topicNames.value.has(suggestion.topic) ? suggestion : undefined;
};

/** Moves it where the desk suggests, if it does. */
export const followSuggestion = (ticket: Ticket): void => {
  const suggestion = suggestionOf(ticket);
  if (suggestion) void moveTo(ticket, suggestion.topic);
};
