import * as z from 'zod';

/** Kinds of content are read one by one: an odd member must not hide the text beside it. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const Attachment = z.object({ type: z.string().max(60), payload: optional(z.looseObject({})) });
export type OkAttachment = z.infer<typeof Attachment>;

export const OkMessage = z.looseObject({
  text: optional(z.string()),
  mid: optional(z.string().max(256)),
  attachments: optional(z.array(Attachment)),
  /** Instead of `attachments`, in some deliveries. */
  attachment: optional(Attachment),
  reply_to: optional(
    z.union([z.string(), z.object({ mid: z.string() }).transform(({ mid }) => mid)]),
  ),
});
export type OkMessage = z.infer<typeof OkMessage>;

/** Older deliveries do not say what they are (`webhookType`); a message tells. */
export const OkEvent = z.object({
  webhookType: optional(z.string()),
  sender: z.object({ user_id: z.string().min(1).max(128), name: z.string().default('') }),
  recipient: z.object({ chat_id: z.string().min(1).max(256) }),
  message: optional(OkMessage),
  callbackId: optional(z.string().max(200)),
  payload: optional(z.string()),
  mid: optional(z.string()),
  /** Epoch milliseconds. */
  timestamp: optional(z.int()),
});
export type OkEvent = z.infer<typeof OkEvent>;
