import * as z from 'zod';

/** 64 bits, so the reader gives it as text when it is too large for a number (`lossless-json.ts`). */
const Token = z.union([z.string().regex(/^\d{1,20}$/), z.int()]).transform(String);

/** Kinds of content are read one by one: an odd member must not hide the text beside it. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Ids are base64: `/`, `+` and `=` belong to them. */
const User = z.object({
  id: z.string().min(1).max(256),
  name: z.string().default(''),
  language: optional(z.string()),
  country: optional(z.string()),
});
export type ViberUser = z.infer<typeof User>;

export const ViberMessage = z.looseObject({
  type: z.string().max(60),
  text: optional(z.string()),
  media: optional(z.string()),
  file_name: optional(z.string()),
  size: optional(z.number()),
  sticker_id: optional(z.union([z.string(), z.number()]).transform(String)),
  location: optional(
    z.object({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      address: z.string().optional(),
    }),
  ),
  contact: optional(z.object({ name: z.string().default(''), phone_number: z.string() })),
});
export type ViberMessage = z.infer<typeof ViberMessage>;

/** Every callback: `event` says which of the others are there. */
export const ViberCallback = z.object({
  event: z.string().max(60),
  /** Epoch milliseconds. */
  timestamp: optional(z.int()),
  message_token: optional(Token),
  sender: User.optional(),
  user: optional(User),
  user_id: optional(z.string().max(200)),
  message: ViberMessage.optional(),
  /** Of a failure. */
  desc: optional(z.string()),
  /** Of a conversation started: what the link carried, and whether they may be written to already. */
  context: optional(z.string()),
  subscribed: optional(z.boolean()),
});
export type ViberCallback = z.infer<typeof ViberCallback>;

/** What set_webhook asks for; messages come in any case. */
export const eventTypes = [
  'delivered',
  'seen',
  'failed',
  'subscribed',
  'unsubscribed',
  'conversation_started',
] as const;
