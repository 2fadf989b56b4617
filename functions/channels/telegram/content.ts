import type { Place } from '../../../schemas/timeline.ts';
import type { IncomingFile } from '../channel.ts';
import { plainText } from '../plain-text.ts';
import { filesOf } from './files.ts';
import { richText } from './rich-text.ts';
import type { TelegramMessage } from './update.ts';

export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly flags: readonly string[];
  readonly place?: Place;
};

/** Service messages of a private chat: they say nothing to us and must not open an empty ticket. */
const serviceFields = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'chat_background_set',
  'users_shared',
  'chat_shared',
  'write_access_allowed',
  'connected_website',
  'successful_payment',
  'refunded_payment',
  'passport_data',
  'gift',
  'unique_gift',
  'checklist_tasks_done',
  'checklist_tasks_added',
  'proximity_alert_triggered',
  'group_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
];

/** Fields around the content; whatever else is left names a kind that we do not know yet. */
const frame = new Set([
  'message_id',
  'from',
  'chat',
  'date',
  'edit_date',
  'reply_to_message',
  'reply_to_story',
  'forward_origin',
  'media_group_id',
  'entities',
  'caption_entities',
  'link_preview_options',
  'has_media_spoiler',
  'show_caption_above_media',
  'sender_chat',
  'via_bot',
  'quote',
  'external_reply',
  'reply_markup',
  'author_signature',
  'effect_id',
  'has_protected_content',
  'is_from_offline',
  'message_thread_id',
  'business_connection_id',
  'sender_business_bot',
  'is_topic_message',
  'direct_messages_topic',
  'sender_boost_count',
  'sender_tag',
  'paid_star_count',
  'is_paid_post',
  'suggested_post_info',
  'reply_to_checklist_task_id',
]);

/** What a message says, or undefined for a service message. */
export function contentOf(message: TelegramMessage): Content | undefined {
  const { files, tooBig } = filesOf(message);
  const said = plainText(message.text ?? message.caption ?? '');
  const shown = [
    said,
    ...described(message),
    ...tooBig.map((name) => `[file too big for the bot API: ${name}]`),
  ].filter((part) => part !== '');
  const place = placeOf(message);
  if (shown.length > 0 || files.length > 0)
    return {
      text: shown.join('\n'),
      files,
      flags: [
        ...(tooBig.length > 0 ? ['file-too-big'] : []),
        ...(message.forward_origin ? ['forwarded'] : []),
      ],
      ...(place && { place }),
    };
  if (serviceFields.some((field) => field in message)) return undefined;
  return { text: `[unsupported: ${unknownKind(message)}]`, files: [], flags: ['unsupported'] };
}

/** Content that is no text, in words an agent can read. A venue also carries a location: said once. */
function described(message: TelegramMessage): readonly string[] {
  const { sticker, location, venue, contact, poll, dice, story, checklist } = message;
  return [
    sticker ? `[sticker ${sticker.emoji ?? ''}]`.replace(' ]', ']') : '',
    venue ? `[place: ${plainText(venue.title)}, ${plainText(venue.address)}]` : '',
    location && !venue ? `[location: ${location.latitude}, ${location.longitude}]` : '',
    contact
      ? `[contact: ${plainText([contact.first_name, contact.last_name].filter(Boolean).join(' '))} ${plainText(contact.phone_number)}]`
      : '',
    poll
      ? plainText(
          [`[poll: ${poll.question}]`, ...poll.options.map(({ text }) => `- ${text}`)].join('\n'),
        )
      : '',
    dice ? `[dice ${dice.emoji} ${dice.value}]` : '',
    story ? '[story]' : '',
    checklist
      ? plainText(
          [
            `[checklist: ${checklist.title}]`,
            ...checklist.tasks.map(({ text }) => `- ${text}`),
          ].join('\n'),
        )
      : '',
    plainText(richText(message.rich_message?.blocks ?? [])),
    plainText(message.web_app_data?.data ?? ''),
  ];
}

function placeOf({ location, venue }: TelegramMessage): Place | undefined {
  if (!location) return undefined;
  const { latitude, longitude } = location;
  if (!venue) return { latitude, longitude };
  return {
    latitude,
    longitude,
    name: plainText(venue.title).slice(0, 200),
    address: plainText(venue.address).slice(0, 300),
  };
}

const unknownKind = (message: TelegramMessage): string =>
  Object.keys(message).find(
    (key) => !frame.has(key) && message[key] !== undefined && /^[a-z_]{1,40}$/.test(key),
  ) ?? 'empty';
