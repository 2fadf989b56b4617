import type { Place } from '../../../schemas/timeline.ts';
import type { IncomingFile } from '../channel.ts';
import { plainText } from '../plain-text.ts';
import { attachedBy } from './attachments.ts';
import { VkMessage } from './event.ts';

export type Content = {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly flags: readonly string[];
  readonly place?: Place;
};

/** Forwarded messages hold forwarded messages. */
const depthMax = 5;

/** What a message says, what came along, and what it forwards. */
export function contentOf(message: VkMessage, depth = 0): Content {
  const attached = (message.attachments ?? []).map(attachedBy);
  const forwarded = (depth < depthMax ? (message.fwd_messages ?? []) : []).flatMap((one) => {
    const inner = VkMessage.safeParse(one).data;
    return inner ? [contentOf(inner, depth + 1)] : [];
  });
  const place = placeOf(message);
  const text = [
    message.said,
    ...attached.map((one) => one.text ?? ''),
    place && `[location: ${place.latitude}, ${place.longitude}]`,
    ...forwarded.map((one) => (one.text === '' ? '' : quoted(one.text))),
  ];
  const files = [
    ...attached.flatMap((one) => one.file ?? []),
    ...forwarded.flatMap((one) => one.files),
  ];
  const said = plainText(text.filter(Boolean).join('\n'));
  const isEmpty = said === '' && files.length === 0 && depth === 0;
  return {
    text: isEmpty ? '[unsupported: empty]' : said,
    files,
    flags: [...(isEmpty ? ['unsupported'] : []), ...(forwarded.length > 0 ? ['forwarded'] : [])],
    ...(place && { place }),
  };
}

const quoted = (text: string): string =>
  `[forwarded]\n${text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}`;

function placeOf({ geo }: VkMessage): Place | undefined {
  if (!geo) return undefined;
  const { latitude, longitude } = geo.coordinates;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const name = plainText(geo.place?.title ?? '').slice(0, 200);
  return { latitude, longitude, ...(name !== '' && { name }) };
}
