import * as z from 'zod';

/** Numbers that fit; ours are strings. */
const Id = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/)]).transform(String);

/** Kinds of content are read one by one: an odd member must not hide the text beside it. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** `{ "type": "photo", "photo": { … } }`: what is inside is read by `attachments.ts`. */
const Attachment = z.looseObject({ type: z.string().max(60) });
export type VkAttachment = z.infer<typeof Attachment>;

const Coordinates = z.union([
  z.object({ latitude: z.number(), longitude: z.number() }),
  /** Before 5.103: `52.5 13.4`. */
  z
    .string()
    .regex(/^-?[\d.]+ -?[\d.]+$/)
    .transform((pair) => {
      const [latitude = Number.NaN, longitude = Number.NaN] = pair.split(' ').map(Number);
      return { latitude, longitude };
    }),
]);

const Quoted = z.looseObject({
  id: optional(Id),
  conversation_message_id: optional(Id),
  text: optional(z.string()),
});

/** A message as of API 5.103 and later; before 5.80 the person was `user_id` and the text `body`. */
export const VkMessage = z
  .looseObject({
    id: optional(Id),
    conversation_message_id: optional(Id),
    /** Unix seconds; without them the time of arrival counts. */
    date: z.int().catch(0),
    update_time: optional(z.int()),
    peer_id: optional(z.int()),
    from_id: optional(z.int()),
    user_id: optional(z.int()),
    text: optional(z.string()),
    body: optional(z.string()),
    /** 1: from us. */
    out: optional(z.int()),
    random_id: optional(z.int()),
    /** The person who wrote in the community's name in VK itself. */
    admin_author_id: optional(Id),
    attachments: optional(z.array(Attachment)),
    geo: optional(
      z.object({
        coordinates: Coordinates,
        place: optional(z.object({ title: z.string().optional() })),
      }),
    ),
    payload: optional(z.string()),
    ref: optional(z.string()),
    reply_message: optional(Quoted),
    fwd_messages: optional(z.array(z.unknown())),
  })
  .transform((message) => ({
    ...message,
    // A private chat's number is the person's.
    peer: message.peer_id ?? message.user_id ?? message.from_id ?? 0,
    author: message.from_id ?? message.user_id ?? 0,
    said: message.text ?? message.body ?? '',
  }));
export type VkMessage = z.infer<typeof VkMessage>;

export const VkEvent = z.object({
  type: z.string(),
  event_id: optional(z.string()),
  object: z.looseObject({}).default({}),
});

/** `message_new` since 5.103; older servers have the message itself as `object`. */
export const NewMessage = z.object({
  message: z.looseObject({}).optional(),
  client_info: optional(z.object({ lang_id: z.int().optional() })),
});

export const ReadMessage = z.object({
  from_id: z.int(),
  peer_id: z.int(),
  conversation_message_id: optional(Id),
  read_message_id: optional(Id),
});

export const Permission = z.object({ user_id: z.int(), key: optional(z.string()) });

export const Press = z.object({
  user_id: z.int(),
  peer_id: z.int(),
  event_id: z.string().max(200),
  payload: z.unknown(),
  conversation_message_id: optional(Id),
});

export const ReactionChange = z.object({
  reacted_id: z.int(),
  peer_id: z.int(),
  cmid: Id,
  /** Absent: taken back. */
  reaction_id: optional(z.int()),
});
