import * as z from 'zod';

const Id = z.string().min(1).max(128);
const Time = z.iso.datetime({ offset: true });

/**
 * What a telephone system posts when a call changes, signed as Standard Webhooks say (docs/channels/phone.md). The
 * same `id` is the same call; each event may carry all that is known by then. Fields that we do not know are left alone.
 */
export const CallUpdated = z.object({
  type: z.literal('call.updated'),
  id: Id,
  state: z.enum(['ringing', 'queued', 'talking', 'ended', 'missed', 'voicemail', 'failed']),
  direction: z.enum(['in', 'out']).default('in'),
  /** As the network gives them; absent when withheld. */
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  callerName: z.string().max(200).optional(),
  startedAt: Time,
  answeredAt: Time.optional(),
  endedAt: Time.optional(),
  /** Of talk or recording. */
  seconds: z.number().int().min(0).max(86_400).optional(),
  agentName: z.string().max(120).optional(),
  transcript: z.string().max(20_000).optional(),
  /** A public https address; fetched once. */
  recordingUrl: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional(),
});
export type CallUpdated = z.infer<typeof CallUpdated>;

/** Anything else that is signed is stored, answered and counted, never refused. */
export const CallEvent = z.union([
  CallUpdated,
  z.object({ type: z.string().refine((type) => type !== 'call.updated') }),
]);
