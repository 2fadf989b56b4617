import * as z from 'zod';
import { Flag, Id, Members, Moment, optional, PersonId } from '../fields.ts';

const Party = optional(z.object({ id: optional(PersonId) }));
const Referral = optional(z.object({ ref: optional(z.string()) }));

export const MessagingAttachment = z.object({
  type: z.string(),
  title: optional(z.string()),
  url: optional(z.string()),
  payload: optional(
    z.object({
      url: optional(z.string()),
      title: optional(z.string()),
      sticker_id: optional(Id),
      coordinates: optional(z.object({ lat: z.number(), long: z.number() })),
    }),
  ),
});
export type MessagingAttachment = z.infer<typeof MessagingAttachment>;

export const MessagingMessage = z.object({
  mid: optional(Id),
  text: optional(z.string()),
  is_echo: Flag,
  is_deleted: Flag,
  is_unsupported: Flag,
  /** Of an echo: what we sent along. */
  metadata: optional(z.string()),
  reply_to: optional(
    z.object({
      mid: optional(Id),
      story: optional(z.object({ url: optional(z.string()) })),
    }),
  ),
  attachments: Members,
});
export type MessagingMessage = z.infer<typeof MessagingMessage>;

/** One event of Messenger or Instagram: the frame and the one member that says what happened. */
export const MessagingEvent = z.looseObject({
  sender: Party,
  recipient: Party,
  timestamp: Moment,
  message: optional(MessagingMessage),
  postback: optional(
    z.object({
      mid: optional(Id),
      title: optional(z.string()),
      payload: optional(z.string()),
    }),
  ),
  delivery: optional(z.object({ mids: z.array(Id).catch([]), watermark: Moment })),
  read: optional(z.object({ mid: optional(Id), watermark: Moment })),
  reaction: optional(
    z.object({
      mid: Id,
      action: optional(z.string()),
      emoji: optional(z.string()),
      reaction: optional(z.string()),
    }),
  ),
  message_edit: optional(
    z.object({ mid: Id, text: optional(z.string()), num_edit: optional(z.coerce.number()) }),
  ),
  referral: Referral,
});
export type MessagingEvent = z.infer<typeof MessagingEvent>;
