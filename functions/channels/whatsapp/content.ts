import * as z from 'zod';
import type { Place } from '../../../schemas/timeline.ts';
import type { IncomingFile } from '../channel.ts';
import { entryOf } from '../entry-of.ts';
import { optional } from '../meta/fields.ts';
import { placeOf } from '../meta/place.ts';
import { codeOf } from '../meta/understood.ts';
import { cut, plainText } from '../plain-text.ts';
import { type WhatsAppContent, WhatsAppError } from './message.ts';

/** What a message says, in words an agent can read, and what came with it. */
export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly place?: Place;
  readonly flags: readonly string[];
};

/** Longer answers of a form (flow) are cut. */
const formCharactersMax = 4_000;

const words = (text: string | undefined): string => plainText(text ?? '');
const plain = (text: string): Content => ({ text, files: [], flags: [] });

export function contentOf(message: WhatsAppContent): Content {
  const content = entryOf(readers, message.type)?.(message);
  const said = content && (content.text !== '' || content.files.length > 0) ? content : undefined;
  const { text, ...rest } = said ?? unsupported(message);
  return { ...rest, text: [text, referralOf(message)].filter((line) => line !== '').join('\n') };
}

type Reader = (message: WhatsAppContent) => Content | undefined;

const media =
  (
    kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker',
    name: string,
    type: string,
  ): Reader =>
  (message) => {
    const file = message[kind];
    if (file?.id === undefined) return undefined;
    const isVoice = file.voice === true;
    return {
      text: words(file.caption),
      files: [
        {
          name: file.filename ?? (isVoice ? 'voice.ogg' : name),
          type: file.mime_type ?? type,
          kind: 'regular',
          ref: file.id,
        },
      ],
      flags: [],
    };
  };

const readers: Readonly<Record<string, Reader>> = {
  text: ({ text }) => plain(words(text?.body)),
  image: media('image', 'image.jpg', 'image/jpeg'),
  video: media('video', 'video.mp4', 'video/mp4'),
  audio: media('audio', 'audio.ogg', 'audio/ogg'),
  voice: media('voice', 'voice.ogg', 'audio/ogg'),
  document: media('document', 'document', 'application/octet-stream'),
  sticker: media('sticker', 'sticker.webp', 'image/webp'),
  location: ({ location }) => {
    const place = location && placeOf(location);
    if (!place) return undefined;
    const named = [place.name, place.address].filter((part) => part !== undefined).join(', ');
    const at = `${place.latitude}, ${place.longitude}`;
    return { ...plain(`[location: ${named === '' ? at : `${named} (${at})`}]`), place };
  },
  contacts: ({ contacts = [] }) => plain(contacts.flatMap(contactLine).join('\n')),
  button: ({ button }) => plain(words(button?.text ?? button?.payload)),
  interactive: ({ interactive: answer }) =>
    plain(
      words(answer?.button_reply?.title ?? answer?.list_reply?.title) ||
        formAnswer(answer?.nfm_reply),
    ),
  order: ({ order }) =>
    order &&
    plain([words(order.text), ...order.product_items.flatMap(productLine)].join('\n').trim()),
};

const Contact = z.object({
  name: optional(z.object({ formatted_name: optional(z.string()) })),
  phones: z.array(z.object({ phone: optional(z.string()) })).catch([]),
});

function contactLine(given: unknown): readonly string[] {
  const { data } = Contact.safeParse(given);
  const parts = [data?.name?.formatted_name, ...(data?.phones ?? []).map(({ phone }) => phone)];
  const line = parts
    .map(words)
    .filter((part) => part !== '')
    .join(' ');
  return line === '' ? [] : [`[contact: ${cut(line, 300)}]`];
}

const Product = z.object({
  product_retailer_id: z.coerce.string(),
  quantity: z.coerce.number(),
  item_price: optional(z.coerce.number()),
  currency: optional(z.string()),
});

function productLine(given: unknown): readonly string[] {
  const { data } = Product.safeParse(given);
  if (!data) return [];
  const price = data.item_price === undefined ? '' : `, ${data.item_price} ${words(data.currency)}`;
  return [`[ordered: ${data.quantity} × ${words(data.product_retailer_id)}${price}]`];
}

/** A form's fields, line by line; `flow_token` is the form's own. */
function formAnswer(
  answer: { body?: string | undefined; response_json?: string | undefined } | undefined,
): string {
  let fields: Record<string, unknown> = {};
  try {
    fields = z.record(z.string(), z.unknown()).parse(JSON.parse(answer?.response_json ?? '{}'));
  } catch {
    return words(answer?.body ?? answer?.response_json);
  }
  const lines = Object.entries(fields)
    .filter(([name]) => name !== 'flow_token')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : writtenOut(value)}`);
  return cut(plainText(lines.join('\n') || (answer?.body ?? '')), formCharactersMax);
}

/** Nesting without end can be read, and not written. */
function writtenOut(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** The kind, or why WhatsApp itself could not pass it on (131051, 131060). */
function unsupported(message: WhatsAppContent): Content {
  const [error] = (message.errors ?? []).flatMap(
    (given) => WhatsAppError.safeParse(given).data ?? [],
  );
  const kind =
    message.type === 'unsupported'
      ? (message.unsupported?.type ?? error?.title ?? 'message')
      : codeOf(message.type);
  return { ...plain(`[unsupported: ${cut(words(kind), 80)}]`), flags: ['unsupported'] };
}

/** An advertisement that the person pressed before they wrote. */
function referralOf({ referral }: WhatsAppContent): string {
  const parts = [words(referral?.headline), words(referral?.source_url)];
  const line = parts.filter((part) => part !== '').join(' ');
  return line === '' ? '' : `[came from: ${cut(line, 300)}]`;
}
