import type { IncomingFile } from '../channel.ts';
import { plainText } from '../plain-text.ts';
import { telegramCapabilities } from './capabilities.ts';
import type { TelegramFile, TelegramMessage } from './update.ts';

export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly flags: readonly string[];
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
];

/** Fields around the content; whatever else is left names a kind that we do not know yet. */
const frame = new Set([
  'message_id',
  'from',
  'chat',
  'date',
  'edit_date',
  'reply_to_message',
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
]);

/** What a message says, or undefined for a service message. */
export function contentOf(message: TelegramMessage): Content | undefined {
  const attached = filesOf(message);
  const tooBig = attached.filter(({ file }) => (file.file_size ?? 0) > fileBytesMax);
  const files = attached.filter((entry) => !tooBig.includes(entry)).map(incomingFile);
  const said = plainText(message.text ?? message.caption ?? '');
  const shown = [
    said,
    ...described(message),
    ...tooBig.map(({ name }) => `[file too big for the bot API: ${name}]`),
  ].filter((part) => part !== '');
  if (shown.length > 0 || files.length > 0)
    return { text: shown.join('\n'), files, flags: tooBig.length > 0 ? ['file-too-big'] : [] };
  if (serviceFields.some((field) => field in message)) return undefined;
  return { text: `[unsupported: ${unknownKind(message)}]`, files: [], flags: ['unsupported'] };
}

const fileBytesMax = telegramCapabilities.fileBytesIn;

type Attached = { readonly file: TelegramFile; readonly name: string; readonly type: string };

/** An animation comes a second time as document: the first kind found wins. Of a photo's sizes the largest that fits. */
function filesOf(message: TelegramMessage): readonly Attached[] {
  const { photo, animation, document, audio, voice, video, video_note: round } = message;
  const largest = photo
    ?.filter((size) => (size.file_size ?? 0) <= fileBytesMax)
    .toSorted((a, b) => (a.file_size ?? 0) - (b.file_size ?? 0))
    .at(-1);
  const kinds: readonly (readonly [TelegramFile | undefined, string, string])[] = [
    [largest, 'photo.jpg', 'image/jpeg'],
    [animation, 'animation.mp4', 'video/mp4'],
    [animation ? undefined : document, 'document', 'application/octet-stream'],
    [audio, 'audio.mp3', 'audio/mpeg'],
    [voice, 'voice.ogg', 'audio/ogg'],
    [video, 'video.mp4', 'video/mp4'],
    [round, 'video-note.mp4', 'video/mp4'],
  ];
  return kinds.flatMap(([file, name, type]) =>
    file ? [{ file, name: file.file_name ?? name, type: file.mime_type ?? type }] : [],
  );
}

const incomingFile = ({ file, name, type }: Attached): IncomingFile => ({
  name,
  type,
  kind: 'regular',
  ref: file.file_id,
  size: file.file_size,
});

/** Content that is no text, in words an agent can read. A venue also carries a location: said once. */
function described(message: TelegramMessage): readonly string[] {
  const { sticker, location, venue, contact, poll, dice } = message;
  return [
    sticker ? `[sticker ${sticker.emoji ?? ''}]` : '',
    venue ? `[place: ${plainText(venue.title)}, ${plainText(venue.address)}]` : '',
    location ? `[location: ${location.latitude}, ${location.longitude}]` : '',
    contact
      ? `[contact: ${plainText([contact.first_name, contact.last_name].filter(Boolean).join(' '))} ${plainText(contact.phone_number)}]`
      : '',
    poll ? `[poll: ${plainText(poll.question)}]` : '',
    dice ? `[dice ${dice.emoji} ${dice.value}]` : '',
  ];
}

const unknownKind = (message: TelegramMessage): string =>
  Object.keys(message).find(
    (key) => !frame.has(key) && message[key] !== undefined && /^[a-z_]{1,40}$/.test(key),
  ) ?? 'empty';
