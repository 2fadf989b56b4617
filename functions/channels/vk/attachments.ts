import * as z from 'zod';
import type { IncomingFile } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import type { VkAttachment } from './event.ts';

export type Attached = { readonly text?: string; readonly file?: IncomingFile };

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Picture = z.object({
  url: z.string(),
  width: z.number().default(0),
  height: z.number().default(0),
  type: z.string().default(''),
});
/** What the kinds that we know hold; each has some of it. */
const Content = z.looseObject({
  id: optional(z.union([z.int(), z.string()]).transform(String)),
  owner_id: optional(z.int()),
  title: optional(z.string()),
  text: optional(z.string()),
  url: optional(z.string()),
  ext: optional(z.string()),
  size: optional(z.number()),
  artist: optional(z.string()),
  question: optional(z.string()),
  link_ogg: optional(z.string()),
  link_mp3: optional(z.string()),
  transcript: optional(z.string()),
  sizes: optional(z.array(Picture)),
  images: optional(z.array(Picture)),
  orig_photo: optional(Picture),
});
type Content = z.infer<typeof Content>;

/** Before 5.77 sizes were members: `photo_75`, `photo_604`, … by their width. */
function oldPicture(content: Content): string | undefined {
  const sizes = Object.entries(content).flatMap(([name, url]) => {
    const width = /^photo_(\d{2,4})$/.exec(name)?.[1];
    return width !== undefined && typeof url === 'string' ? [{ width: Number(width), url }] : [];
  });
  return sizes.toSorted((a, b) => a.width - b.width).at(-1)?.url;
}

/** Letters of sizes without measures, smallest first. */
const sizeLetters = 'smxopqryzw';

/** The largest by its area. */
function largestOf(
  pictures: readonly z.infer<typeof Picture>[] = [],
): { readonly url: string } | undefined {
  const rank = ({ width, height, type }: z.infer<typeof Picture>) =>
    width * height || sizeLetters.indexOf(type) / 100;
  return pictures.toSorted((a, b) => rank(a) - rank(b)).at(-1);
}

const page = (kind: string, { owner_id: owner, id }: Content) =>
  `https://vk.com/${kind}${owner ?? ''}_${id ?? ''}`;
const lines = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n');

function file(name: string, type: string, ref: string | undefined, size?: number): Attached {
  return ref ? { file: { name, type, kind: 'regular', ref, ...(size && { size }) } } : {};
}

const kinds: Readonly<Record<string, (content: Content) => Attached>> = {
  photo: (photo) => {
    const { sizes, orig_photo: original } = photo;
    const url = original?.url ?? largestOf(sizes)?.url ?? oldPicture(photo);
    return file('photo.jpg', 'image/jpeg', url);
  },
  doc: (doc) => file(nameOf(doc), typeOf(doc.ext), doc.url, doc.size),
  graffiti: ({ url }) => file('graffiti.png', 'image/png', url),
  audio_message: ({ link_ogg: ogg, link_mp3: mp3, transcript }) => ({
    ...(ogg ? file('voice.ogg', 'audio/ogg', ogg) : file('voice.mp3', 'audio/mpeg', mp3)),
    ...(transcript && { text: `[voice message: ${transcript}]` }),
  }),
  sticker: (sticker) => ({
    text: '[sticker]',
    ...file('sticker.png', 'image/png', largestOf(sticker.images)?.url ?? oldPicture(sticker)),
  }),
  video: (video) => ({ text: lines(`[video: ${video.title ?? ''}]`, page('video', video)) }),
  audio: ({ artist, title }) => ({
    text: `[audio: ${[artist, title].filter(Boolean).join(' – ')}]`,
  }),
  wall: (post) => ({ text: lines(post.text, page('wall', post)) }),
  link: ({ title, url }) => ({ text: lines(title, url) }),
  market: (item) => ({ text: lines(`[product: ${item.title ?? ''}]`, page('product', item)) }),
  gift: () => ({ text: '[gift]' }),
  poll: ({ question }) => ({ text: `[poll: ${question ?? ''}]` }),
  story: (story) => ({ text: lines('[story]', page('story', story)) }),
  article: ({ title, url }) => ({ text: lines(title, url) }),
  call: () => ({ text: '[call]' }),
};

/** What an attachment adds to a message, in words or as a file. */
export function attachedBy(attachment: VkAttachment): Attached {
  const content = Content.safeParse(attachment[attachment.type]).data;
  const made = content && entryOf(kinds, attachment.type)?.(content);
  return made && (made.file || made.text) ? made : { text: `[unsupported: ${attachment.type}]` };
}

const nameOf = ({ title, ext }: Content): string => {
  const name = title || 'document';
  return !ext || name.toLowerCase().endsWith(`.${ext.toLowerCase()}`) ? name : `${name}.${ext}`;
};

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  txt: 'text/plain',
};
const typeOf = (ext: string | undefined): string =>
  entryOf(types, ext?.toLowerCase() ?? '') ?? 'application/octet-stream';
