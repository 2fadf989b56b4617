import type { Place } from '../../../../schemas/timeline.ts';
import type { IncomingFile } from '../../channel.ts';
import { entryOf } from '../../entry-of.ts';
import { cut, plainText } from '../../plain-text.ts';
import { placeOf } from '../place.ts';
import { codeOf } from '../understood.ts';
import { MessagingAttachment, type MessagingMessage } from './event.ts';
import { fileAt, isFileHost } from './remote-file.ts';

/** What a message says, in words an agent can read, and what came with it. */
export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly place?: Place;
  readonly flags: readonly string[];
};

/** One attachment, or undefined when there is nothing in it that we know. */
type Read = { readonly line?: string; readonly file?: IncomingFile; readonly place?: Place };

export function contentOf(message: MessagingMessage): Content {
  const story = message.reply_to?.story;
  const said = plainText(message.text ?? '');
  const read = message.attachments.map((given) => readAttachment(given, said));
  const place = read.find((one) => one.place)?.place;
  const lines = [
    ...(story ? ['[reply to your story]'] : []),
    said,
    ...read.map(({ line }) => line ?? ''),
  ].filter((line) => line !== '');
  const files = [
    ...(story ? [fileAt(story.url, 'story.jpg', 'image/jpeg')] : []),
    ...read.map(({ file }) => file),
  ].filter((file) => file !== undefined);
  const isEmpty = said === '' && lines.length === (story ? 1 : 0) && files.length === 0;
  const text = [
    ...lines,
    ...(isEmpty || message.is_unsupported ? [unsupported('message')] : []),
  ].join('\n');
  return {
    text,
    files,
    ...(place && { place }),
    flags: text.includes(unsupportedMark) ? ['unsupported'] : [],
  };
}

const unsupportedMark = '[unsupported: ';
const unsupported = (kind: string) => `${unsupportedMark}${kind}]`;

/** The thumb in its three sizes is how Messenger says yes. */
const thumbs: readonly string[] = ['369239263222822', '369239343222814', '369239383222810'];

const fileKinds: Readonly<Record<string, readonly [name: string, type: string]>> = {
  image: ['image.jpg', 'image/jpeg'],
  video: ['video.mp4', 'video/mp4'],
  audio: ['audio.mp4', 'audio/mp4'],
  file: ['file', 'application/octet-stream'],
  story_mention: ['story.jpg', 'image/jpeg'],
};

/** Posts and reels of somebody's that were passed on. */
const shares: readonly string[] = [
  'share',
  'post',
  'ig_post',
  'reel',
  'ig_reel',
  'ig_story',
  'story',
];

function readAttachment(given: unknown, said: string): Read {
  const { data } = MessagingAttachment.safeParse(given);
  if (!data) return { line: unsupported('attachment') };
  const { type, payload } = data;
  const url = payload?.url ?? data.url;
  if (type === 'like_heart') return { line: '❤️' };
  if (type === 'location') return locationOf(data);
  if (payload?.sticker_id !== undefined && thumbs.includes(payload.sticker_id))
    return { line: '👍' };
  if (shares.includes(type)) return shareOf(data, url);
  if (type === 'fallback') return linkOf(data, url, said);
  const kind = entryOf(fileKinds, type);
  const file = kind && fileAt(url, ...kind);
  if (!file) return { line: unsupported(codeOf(type)) };
  return { file, ...(type === 'story_mention' && { line: '[mentioned you in a story]' }) };
}

function locationOf({ title, payload }: MessagingAttachment): Read {
  const { lat, long } = payload?.coordinates ?? {};
  const place =
    lat !== undefined && long !== undefined
      ? placeOf({ latitude: lat, longitude: long, name: title })
      : undefined;
  return place
    ? { line: `[location: ${place.latitude}, ${place.longitude}]`, place }
    : { line: unsupported('location') };
}

/** The picture or film itself where it lies on Meta's file servers, else the address of the page. */
function shareOf({ type, title, payload }: MessagingAttachment, url: string | undefined): Read {
  const named = cut(plainText(payload?.title ?? title ?? ''), 200);
  const what = type.replace(/^ig_/, '').replace('share', 'post');
  const line = `[shared ${what}${named === '' ? '' : `: ${named}`}]`;
  if (url === undefined) return { line };
  if (!isFileHost(url)) return { line: `${line} ${cut(plainText(url), 1000)}` };
  const isFilm = what === 'reel';
  const file = fileAt(url, isFilm ? 'reel.mp4' : 'post.jpg', isFilm ? 'video/mp4' : 'image/jpeg');
  return { line, ...(file && { file }) };
}

/** A link with its preview: Messenger repeats what stands in the text already. */
function linkOf(
  { title, payload }: MessagingAttachment,
  url: string | undefined,
  said: string,
): Read {
  const parts = [plainText(title ?? payload?.title ?? ''), plainText(url ?? '')];
  const news = parts.filter((part) => part !== '' && !said.includes(part));
  if (news.length === 0) return said === '' ? { line: unsupported('fallback') } : {};
  return { line: `[link: ${cut(news.join(' '), 1000)}]` };
}
