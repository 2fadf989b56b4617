import type { Place } from '../../../schemas/timeline.ts';
import type { IncomingFile } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import { plainText } from '../plain-text.ts';
import type { ViberMessage } from './event.ts';

export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly flags: readonly string[];
  readonly place?: Place;
};

const kinds: Readonly<Record<string, (message: ViberMessage) => Partial<Content>>> = {
  text: ({ text }) => ({ text }),
  picture: (message) => ({
    text: message.text,
    files: fileOf(message, 'picture.jpg', 'image/jpeg'),
  }),
  video: (message) => ({ text: message.text, files: fileOf(message, 'video.mp4', 'video/mp4') }),
  file: (message) => ({ files: fileOf(message, 'file', 'application/octet-stream') }),
  sticker: (message) => ({
    text: `[sticker ${message.sticker_id ?? ''}]`.replace(' ]', ']'),
    files: fileOf(message, 'sticker.png', 'image/png'),
  }),
  location: ({ location }) =>
    location
      ? {
          text: `[location: ${location.lat}, ${location.lon}]`,
          place: {
            latitude: location.lat,
            longitude: location.lon,
            ...(location.address && { address: plainText(location.address).slice(0, 300) }),
          },
        }
      : {},
  contact: ({ contact }) => ({
    text: contact && `[contact: ${contact.name} ${contact.phone_number}]`,
  }),
  url: ({ media }) => ({ text: media }),
};

/** What a message says; a kind that is new, or comes without its content, says at least that. */
export function contentOf(message: ViberMessage): Content {
  const { text = '', files = [], place } = entryOf(kinds, message.type)?.(message) ?? {};
  const said = plainText(text);
  if (said === '' && files.length === 0)
    return { text: `[unsupported: ${message.type}]`, files: [], flags: ['unsupported'] };
  return { text: said, files, flags: [], ...(place && { place }) };
}

const fileOf = (message: ViberMessage, name: string, type: string): readonly IncomingFile[] =>
  message.media
    ? [
        {
          name: message.file_name || name,
          type,
          kind: 'regular',
          ref: message.media,
          size: message.size,
        },
      ]
    : [];
