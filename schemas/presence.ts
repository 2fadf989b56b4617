import * as z from 'zod';
import { AgentId, ChannelKind, Instant, LocalDay, TicketId } from './primitives.ts';

/** Whether somebody takes work. `busy`: keeps what they hold, gets nothing new. Moves: `functions/desk/presence/states.ts`. */
export const PresenceState = z.enum(['available', 'busy', 'away', 'off']);
export type PresenceState = z.infer<typeof PresenceState>;

/** How somebody's presence came to be: by themselves, by their shift, by a colleague, or because no screen was open. */
export const PresenceCause = z.enum(['self', 'shift', 'colleague', 'silence']);

/** One agent's presence. Who has none yet is `off`. */
export const Presence = z.object({
  agentId: AgentId,
  state: PresenceState,
  since: Instant,
  /** Back at that moment by itself (`available`); of `away` and `busy`. */
  until: Instant.optional(),
  by: PresenceCause,
  /** For colleagues: "lunch". */
  note: z.string().max(120).optional(),
  /** Since then no screen of theirs is open; absent while one is. */
  seenAt: Instant.optional(),
  /** What they hold is given away at once, and perhaps not all of it is gone yet: the clock sees to the rest. */
  gives: z.boolean().optional(),
  /**
   * Handed out lately; counted until the counters, which run seconds behind, have the ticket's version that put it into
   * their hands.
   */
  pushed: z
    .array(
      z.object({
        ticketId: TicketId,
        version: z.number().int().min(1),
        channel: ChannelKind,
        at: Instant,
      }),
    )
    .max(50)
    .optional(),
  version: z.number().int().min(1),
});
export type Presence = z.infer<typeof Presence>;

/** What somebody holds and took, kept by tally; seconds behind. */
export const AgentLoad = z.object({
  agentId: AgentId,
  /** Open tickets held. */
  tickets: z.number().int().min(0),
  /** Of these, where people wait for an answer. */
  chats: z.number().int().min(0),
  /** Taken on `day` (UTC). */
  taken: z.number().int().min(0),
  day: LocalDay,
});
export type AgentLoad = z.infer<typeof AgentLoad>;
