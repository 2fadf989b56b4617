import type { Attachment } from '../../../schemas/attachment.ts';
import type { MessageTemplate } from '../../../schemas/timeline.ts';
import type { Outgoing } from '../outgoing.ts';
import { splitText } from '../split-text.ts';
import { whatsappCapabilities } from './capabilities.ts';

type MediaType = 'image' | 'audio' | 'video' | 'document';

/** One message of the Cloud API: `type` also names the field of its content. */
export type Part = {
  readonly type: 'text' | 'template' | MediaType;
  readonly content: Readonly<Record<string, unknown>>;
  /** To be uploaded first. */
  readonly file?: Attachment;
};

const { textMax, captionMax } = whatsappCapabilities;
const megabyte = 1024 * 1024;

/** What WhatsApp shows as itself, up to so many bytes; everything else is a document. */
const shown: readonly { type: MediaType; of: RegExp; bytesMax: number }[] = [
  { type: 'image', of: /^image\/(jpeg|png)$/, bytesMax: 5 * megabyte },
  { type: 'video', of: /^video\/(mp4|3gpp)$/, bytesMax: 16 * megabyte },
  { type: 'audio', of: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, bytesMax: 16 * megabyte },
];

const typeOf = ({ type, size }: Attachment): MediaType =>
  shown.find(({ of, bytesMax }) => of.test(type) && size <= bytesMax)?.type ?? 'document';

export function partsOf({ message }: Pick<Outgoing, 'message'>): readonly Part[] {
  if (message.template) return [templatePart(message.template)];
  const { text, attachments } = message;
  const [only, ...others] = attachments;
  if (only && others.length === 0 && text !== '' && text.length <= captionMax) {
    // Audio takes no caption.
    if (typeOf(only) !== 'audio') return [filePart(only, text)];
  }
  return [
    ...splitText(text, textMax).map(
      (body): Part => ({ type: 'text', content: { body, preview_url: false } }),
    ),
    ...attachments.map((file) => filePart(file)),
  ];
}

function filePart(file: Attachment, caption?: string): Part {
  const type = typeOf(file);
  return {
    type,
    content: {
      ...(caption !== undefined && { caption }),
      ...(type === 'document' && { filename: file.name }),
    },
    file,
  };
}

/** Parameters fill the body's places in their order. */
const templatePart = ({ name, language, parameters }: MessageTemplate): Part => ({
  type: 'template',
  content: {
    name,
    language: { code: language },
    ...(parameters.length > 0 && {
      components: [
        { type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) },
      ],
    }),
  },
});
