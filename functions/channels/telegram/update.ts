import * as z from 'zod';

/** Telegram's ids need 52 bits, so JSON numbers hold them; ours are strings. */
const Id = z.int().transform(String);

const File = z.object({
  file_id: z.string(),
  file_unique_id: z.string().optional(),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});
export type TelegramFile = z.infer<typeof File>;

const User = z.object({
  id: Id,
  is_bot: z.boolean().optional(),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});
export type TelegramUser = z.infer<typeof User>;

const Chat = z.object({ id: Id, type: z.string() });

/** Kinds of content are read one by one: an odd member must not hide the text beside it. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const TelegramMessage = z.looseObject({
  message_id: Id,
  from: User.optional(),
  chat: Chat,
  /** Unix seconds. */
  date: z.int(),
  edit_date: z.int().optional(),
  text: optional(z.string()),
  caption: optional(z.string()),
  photo: optional(z.array(File)),
  document: optional(File),
  audio: optional(File),
  voice: optional(File),
  video: optional(File),
  video_note: optional(File),
  animation: optional(File),
  sticker: optional(z.object({ emoji: z.string().optional() })),
  location: optional(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      live_period: z.number().optional(),
    }),
  ),
  venue: optional(z.object({ title: z.string(), address: z.string() })),
  contact: optional(
    z.object({
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
    }),
  ),
  poll: optional(z.object({ question: z.string() })),
  dice: optional(z.object({ emoji: z.string(), value: z.number() })),
  reply_to_message: optional(z.object({ message_id: Id })),
});
export type TelegramMessage = z.infer<typeof TelegramMessage>;

export const Update = z.object({
  update_id: Id,
  message: TelegramMessage.optional(),
  edited_message: TelegramMessage.optional(),
  my_chat_member: z
    .object({
      chat: Chat,
      from: User,
      date: z.int(),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional(),
});
export type Update = z.infer<typeof Update>;
