import * as z from 'zod';
import { Id, Members, Moment, optional, PersonId } from '../meta/fields.ts';

const Media = optional(
  z.object({
    id: optional(Id),
    mime_type: optional(z.string()),
    caption: optional(z.string()),
    filename: optional(z.string()),
    voice: optional(z.boolean()),
    animated: optional(z.boolean()),
  }),
);

const Choice = optional(
  z.object({ id: optional(Id), title: optional(z.string()), description: optional(z.string()) }),
);

/** What is in a message, of whatever type; an edit holds one in itself. */
const content = {
  type: z.string(),
  text: optional(z.object({ body: z.string() })),
  image: Media,
  video: Media,
  audio: Media,
  /** As older versions and partners name an `audio` that was spoken. */
  voice: Media,
  document: Media,
  sticker: Media,
  location: optional(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      name: optional(z.string()),
      address: optional(z.string()),
    }),
  ),
  contacts: optional(Members),
  button: optional(z.object({ text: optional(z.string()), payload: optional(z.string()) })),
  interactive: optional(
    z.object({
      type: optional(z.string()),
      button_reply: Choice,
      list_reply: Choice,
      nfm_reply: optional(
        z.object({
          name: optional(z.string()),
          body: optional(z.string()),
          response_json: optional(z.string()),
        }),
      ),
    }),
  ),
  order: optional(z.object({ text: optional(z.string()), product_items: Members })),
  unsupported: optional(z.object({ type: optional(z.string()) })),
  errors: optional(Members),
  referral: optional(
    z.object({ headline: optional(z.string()), source_url: optional(z.string()) }),
  ),
};

export const WhatsAppContent = z.object(content);
export type WhatsAppContent = z.infer<typeof WhatsAppContent>;

/** `from` is empty, or the person's business-scoped id, where they go by a user name. */
export const WhatsAppMessage = z.object({
  ...content,
  id: Id,
  from: optional(PersonId),
  from_user_id: optional(PersonId),
  /** Of an echo: the customer. */
  to: optional(PersonId),
  to_user_id: optional(PersonId),
  timestamp: Moment,
  group_id: optional(Id),
  context: optional(
    z.object({
      id: optional(Id),
      forwarded: optional(z.boolean()),
      frequently_forwarded: optional(z.boolean()),
    }),
  ),
  reaction: optional(z.object({ message_id: Id, emoji: optional(z.string()) })),
  edit: optional(z.object({ original_message_id: Id, message: optional(WhatsAppContent) })),
  revoke: optional(z.object({ original_message_id: Id })),
});
export type WhatsAppMessage = z.infer<typeof WhatsAppMessage>;

export const WhatsAppStatus = z.object({
  id: Id,
  status: z.string(),
  timestamp: Moment,
  errors: optional(Members),
});

/** An error of a status, a message or the account. */
export const WhatsAppError = z.object({
  code: z.coerce.number(),
  title: optional(z.string()),
  message: optional(z.string()),
  error_data: optional(z.object({ details: optional(z.string()) })),
});

export const WhatsAppContact = z.object({
  profile: optional(z.object({ name: optional(z.string()), username: optional(z.string()) })),
  wa_id: optional(PersonId),
  user_id: optional(PersonId),
});
export type WhatsAppContact = z.infer<typeof WhatsAppContact>;

/** What one number has to tell. */
export const WhatsAppValue = z.object({
  metadata: z.object({ phone_number_id: Id }),
  contacts: Members,
  messages: Members,
  message_echoes: Members,
  statuses: Members,
  errors: Members,
});
export type WhatsAppValue = z.infer<typeof WhatsAppValue>;
