import type { Visit, VisitStore } from '../../functions/desk/visits.ts';

/** Sockets and watches in memory; `screens` are the sockets of agents with who they are. */
export const memoryVisits = (screens: ReadonlyMap<string, string> = new Map()) => {
  const visits = new Map<string, Visit>();
  const quiet = new Map<string, number>();
  const watchers = new Map<string, Set<string>>();
  const store: VisitStore = {
    open: async (visit) => void visits.set(visit.socketId, visit),
    find: async (socketId) => visits.get(socketId),
    measure: async ({ socketId, what, now, quietMilliseconds }) => {
      const key = `${what}|${socketId}`;
      const at = Date.parse(now);
      if ((quiet.get(key) ?? 0) > at) return undefined;
      quiet.set(key, at + quietMilliseconds);
      return visits.get(socketId);
    },
    socketsOf: async ({ connectionId, chat }) =>
      [...visits.values()]
        .filter((visit) => visit.connectionId === connectionId && visit.chat === chat)
        .map(({ socketId }) => socketId),
    close: async (socketId) => {
      const visit = visits.get(socketId);
      visits.delete(socketId);
      return visit;
    },
    agentAt: async (socketId) => screens.get(socketId),
    watch: async ({ ticketId, socketId }) =>
      void watchers.set(ticketId, new Set([...(watchers.get(ticketId) ?? []), socketId])),
    unwatch: async ({ ticketId, socketId }) => void watchers.get(ticketId)?.delete(socketId),
    watchersOf: async (ticketId) => [...(watchers.get(ticketId) ?? [])],
  };
  return { ...store, visits };
};
