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

/** What happened to a message that was sent to us before, by its own id. */
const WebhookChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message.updated'),
    id: Id,
    text: z.string().max(100_000),
    occurredAt: z.iso.datetime({ offset: true }),
  }),
  z.object({
    type: z.literal('message.deleted'),
    id: Id,
    occurredAt: z.iso.datetime({ offset: true }),
  }),
]);

/** How far an answer of ours got; `id` is the one that our webhook called it by. */
const WebhookReceipt = z.object({
  type: z.enum(['message.delivered', 'message.read']),
  id: Id,
  occurredAt: z.iso.datetime({ offset: true }),
});

const known: ReadonlySet<string> = new Set([
  WebhookMessage.shape.type.value,
  ...WebhookChange.options.map(({ shape }) => shape.type.value),
  ...WebhookReceipt.shape.type.options,
]);

/** Anything else that is signed is stored, answered and counted, never refused. */
const WebhookOther = z.object({
  type: z
    .string()
    .refine((type) => !known.has(type))
    .transform(() => 'other' as const),
});

export const WebhookEvent = z.union([WebhookMessage, WebhookChange, WebhookReceipt, WebhookOther]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;
