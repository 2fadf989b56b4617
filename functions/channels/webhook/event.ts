import * as z from 'zod';

const Id = z.string().min(1).max(200);

/** The body we ask for (channels.md 14). Fields that we do not know are left alone. */
export const WebhookMessage = z.object({
  type: z.literal('message.created'),
  /** Its own id at the sender's; the idempotency key unless it is missing. */
  id: Id,
  conversationId: Id,
  sender: z.object({
    id: Id,
    name: z.string().max(500).default(''),
    email: z.string().max(320).optional(),
    phone: z.string().max(40).optional(),
  }),
  subject: z.string().max(2000).optional(),
  text: z.string().max(100_000),
  attachments: z
    .array(
      z.object({
        url: z.url({ protocol: /^https$/ }).max(2000),
        name: z.string().max(500),
        mime: z.string().max(127).optional(),
        size: z.number().int().min(0).optional(),
      }),
    )
    .max(20)
    .default([]),
  occurredAt: z.iso.datetime({ offset: true }),
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;

/** Anything else that is signed is stored, answered and counted, never refused. */
export const WebhookEvent = z.union([
  WebhookMessage,
  z.object({ type: z.string().refine((type) => type !== 'message.created') }),
]);
