import * as z from 'zod';

/** Telegram's ids need 52 bits, so JSON numbers hold them; ours are strings. */
const Id = z.int().transform(String);

const File = z.object({
  file_id: z.string(),
  file_unique_id: z.string().optional(),
  file_size: z.number().optional(),
  /** Pixels, of pictures. */
  width: z.number().optional(),
  height: z.number().optional(),
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

const Chat = z.object({
  id: Id,
  type: z.string(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});

/** Kinds of content are read one by one: an odd member must not hide the text beside it. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const Button = z.object({ text: z.string(), callback_data: z.string().optional() });

export const TelegramMessage = z.looseObject({
  message_id: Id,
  from: User.optional(),
  chat: Chat,
  /** Unix seconds. */
  date: z.int(),
  edit_date: z.int().optional(),
  /** Of a Telegram Business account whose owner let the bot in; answers must name it. */
  business_connection_id: optional(z.string()),
  /** The bot that wrote it in the owner's name. */
  sender_business_bot: optional(z.object({ id: Id })),
  media_group_id: optional(z.string()),
  forward_origin: optional(z.object({ type: z.string() })),
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
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      live_period: z.number().optional(),
    }),
  ),
  venue: optional(z.object({ title: z.string(), address: z.string() })),
  contact: optional(
    z.object({
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
      user_id: Id.optional(),
    }),
  ),
  poll: optional(
    z.object({
      question: z.string(),
      options: z.array(z.object({ text: z.string() })).default([]),
    }),
  ),
  dice: optional(z.object({ emoji: z.string(), value: z.number() })),
  story: optional(z.object({ id: Id })),
  checklist: optional(
    z.object({ title: z.string(), tasks: z.array(z.object({ text: z.string() })).default([]) }),
  ),
  rich_message: optional(z.object({ blocks: z.array(z.unknown()) })),
  web_app_data: optional(z.object({ data: z.string(), button_text: z.string() })),
  reply_to_message: optional(z.object({ message_id: Id })),
  reply_markup: optional(z.object({ inline_keyboard: z.array(z.array(Button)) })),
});
export type TelegramMessage = z.infer<typeof TelegramMessage>;

/** The message may be too old to be shown: it has its number, its chat and a date of 0 then. */
const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  message: TelegramMessage.optional(),
  data: z.string().optional(),
});
export type CallbackQuery = z.infer<typeof CallbackQuery>;

const MessageReaction = z.object({
  chat: Chat,
  message_id: Id,
  user: User.optional(),
  date: z.int(),
  new_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
});
export type MessageReaction = z.infer<typeof MessageReaction>;

const Membership = z.object({
  chat: Chat,
  from: User,
  date: z.int(),
  new_chat_member: z.object({ status: z.string() }),
});
export type Membership = z.infer<typeof Membership>;

const DeletedMessages = z.object({
  business_connection_id: z.string(),
  chat: Chat,
  message_ids: z.array(Id),
});
export type DeletedMessages = z.infer<typeof DeletedMessages>;

export const Update = z.object({
  update_id: Id,
  message: TelegramMessage.optional(),
  edited_message: TelegramMessage.optional(),
  business_message: TelegramMessage.optional(),
  edited_business_message: TelegramMessage.optional(),
  deleted_business_messages: DeletedMessages.optional(),
  callback_query: CallbackQuery.optional(),
  message_reaction: MessageReaction.optional(),
  my_chat_member: Membership.optional(),
});

/** What setWebhook asks for; anything else would have to be asked for as well. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const;
