import type { Outgoing } from '../../outgoing.ts';

/**
 * `response`: may only go as an answer. `tagged`: only a person's answer is still taken. `response-or-tagged`: an
 * answer now, and a person's if that turns out to be too late.
 */
export type MessagingWindow = 'response' | 'tagged' | 'response-or-tagged';

const hourMs = 3_600_000;

export function windowOf({ message, ticket, answered }: Outgoing, now: number): MessagingWindow {
  if (message.author.kind !== 'agent') return 'response';
  // Through another channel than the ticket's nobody knows: Meta does.
  const last =
    message.channel === ticket.channel ? (ticket.lastInboundAt ?? answered?.occurredAt) : undefined;
  const isOver = last !== undefined && now - Date.parse(last) > 24 * hourMs;
  return isOver ? 'tagged' : 'response-or-tagged';
}
