import type * as endpoints from '../../../../schemas/api/chat.ts';
import { pushToVisitors } from '../../visit-pushes.ts';
import type { UseCase } from '../types.ts';
import { loadTicket } from './load-ticket.ts';

/** Told to the visitor's open pages and stored nowhere. One read and a query; elsewhere than in a chat, nothing. */
export const announceTyping: UseCase<typeof endpoints.announceTyping> =
  ({ tickets, visits, push }) =>
  async ({ params }, agent) => {
    const ticket = await loadTicket(tickets, { ...params, by: agent });
    if (ticket.channel !== 'chat') return { isHere: false };
    const conversation = { connectionId: ticket.connectionId, chat: ticket.replyTo.address };
    const sockets = await visits.socketsOf(conversation);
    const told = { socketsOf: async () => sockets };
    // Who is gone is forgotten by those who may: relay and the socket's own function.
    await pushToVisitors({ visits: told, push, forget: async () => undefined }, conversation, {
      type: 'typing',
      name: agent.name,
    });
    return { isHere: sockets.length > 0 };
  };
