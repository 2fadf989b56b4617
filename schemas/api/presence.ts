import * as z from 'zod';
import { AgentLoad, Presence, PresenceState } from '../presence.ts';
import { AgentId, Instant, Slug } from '../primitives.ts';
import { endpoint } from './endpoint.ts';

/** One colleague as the team sees them. */
export const PresenceView = Presence.omit({ pushed: true, gives: true, version: true }).extend({
  name: z.string(),
  lines: z.array(Slug),
  /** Their shift (or their lines) is open now. */
  isOnShift: z.boolean(),
  /** The next change of that. */
  shiftChangesAt: Instant.optional(),
  load: AgentLoad.omit({ agentId: true }).optional(),
});
export type PresenceView = z.infer<typeof PresenceView>;

const Wish = z.object({
  state: PresenceState,
  /** Of `away` and `busy`: available again from then on, if on shift. */
  until: Instant.optional(),
  note: z.string().trim().max(120).optional(),
});

/** How many tickets went where because of it. */
const Outcome = z.object({
  presence: PresenceView,
  /** Open tickets that went back to their queues or to the substitute. */
  given: z.number().int(),
  /** Open tickets still held. */
  kept: z.number().int(),
});

export const listPresence = endpoint({
  name: 'listPresence',
  method: 'GET',
  path: '/api/presence',
  permission: 'desk.read',
  summary: 'Who is there, on shift, and how much they hold',
  output: z.object({ people: z.array(PresenceView) }),
});

export const setMyPresence = endpoint({
  name: 'setMyPresence',
  method: 'PUT',
  path: '/api/presence/me',
  permission: 'tickets.work',
  summary: 'Say whether one takes work; going away may give back what one holds',
  body: Wish,
  output: Outcome,
});

export const setPresence = endpoint({
  name: 'setPresence',
  method: 'PUT',
  path: '/api/presence/{agentId}',
  permission: 'presence.manage',
  summary: 'Say it for a colleague who left or fell ill',
  params: z.object({ agentId: AgentId }),
  body: Wish,
  output: Outcome,
});

export const presenceEndpoints = [listPresence, setMyPresence, setPresence] as const;
