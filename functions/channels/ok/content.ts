import * as z from 'zod';
import type { Place } from '../../../schemas/timeline.ts';
import type { IncomingFile } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import { plainText } from '../plain-text.ts';
import type { OkAttachment, OkMessage } from './event.ts';

export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly flags: readonly string[];
  readonly place?: Place;
};

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
/** Each kind has some of it. */
const Payload = z.looseObject({
  url: optional(z.string()),
  name: optional(z.string()),
  filename: optional(z.string()),
  size: optional(z.number()),
  phone: optional(z.string()),
  title: optional(z.string()),
  latitude: optional(z.number().min(-90).max(90)),
  longitude: optional(z.number().min(-180).max(180)),
});
type Payload = z.infer<typeof Payload>;
type Attached = { readonly text?: string; readonly file?: IncomingFile; readonly place?: Place };

function file(name: string, type: string, { url, ...payload }: Payload): Attached {
  if (!url) return {};
  const given = payload.filename ?? payload.name;
  return {
    file: { name: given || name, type, kind: 'regular', ref: url, size: payload.size },
  };
}

const kinds: Readonly<Record<string, (payload: Payload) => Attached>> = {
  IMAGE: (payload) => file('image.jpg', 'image/jpeg', payload),
  VIDEO: (payload) => file('video.mp4', 'video/mp4', payload),
  AUDIO: (payload) => file('audio.mp3', 'audio/mpeg', payload),
  FILE: (payload) => file('file', 'application/octet-stream', payload),
  STICKER: (payload) => ({ text: '[sticker]', ...file('sticker.png', 'image/png', payload) }),
  SHARE: ({ url, title }) => ({ text: [title, url].filter(Boolean).join('\n') }),
  CONTACT: ({ name, phone }) => ({
    text: name || phone ? `[contact: ${[name, phone].filter(Boolean).join(' ')}]` : undefined,
  }),
  LOCATION: ({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined
      ? {}
      : { text: `[location: ${latitude}, ${longitude}]`, place: { latitude, longitude } },
  MUSIC: ({ title, url }) => ({ text: ['[music]', title, url].filter(Boolean).join(' ') }),
  CALL: () => ({ text: '[call]' }),
  PRESENT: () => ({ text: '[present]' }),
};

/** Our own buttons come back with what they hang on. */
const isContent = ({ type }: OkAttachment) => type !== 'INLINE_KEYBOARD';

/** What a message says and what came along. */
export function contentOf(message: OkMessage): Content {
  const { attachment, attachments = attachment ? [attachment] : [] } = message;
  const attached = attachments.filter(isContent).map(attachedBy);
  const text = plainText(
    [message.text ?? '', ...attached.map((one) => one.text ?? '')].filter(Boolean).join('\n'),
  );
  const files = attached.flatMap((one) => one.file ?? []);
  const [place] = attached.flatMap((one) => one.place ?? []);
  const isEmpty = text === '' && files.length === 0;
  return {
    text: isEmpty ? '[unsupported: empty]' : text,
    files,
    flags: isEmpty ? ['unsupported'] : [],
    ...(place && { place }),
  };
}

function attachedBy({ type, payload }: OkAttachment): Attached {
  const made = entryOf(kinds, type)?.(Payload.parse(payload ?? {}));
  return made && (made.file || made.text) ? made : { text: `[unsupported: ${type}]` };
}
