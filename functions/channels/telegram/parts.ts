import type { Attachment } from '../../../schemas/attachment.ts';
import type { Outgoing, SendPorts } from '../outgoing.ts';
import { splitText } from '../split-text.ts';
import { photoBytesMax, telegramCapabilities } from './capabilities.ts';
import { chatParameters } from './chat-address.ts';

/** One call of the Bot API: a part of the text, a file, or an album. */
export type Part = {
  readonly method: string;
  /** Makes the call's body for a chat; `reply` names the message that is answered. */
  readonly build: (chat: string, reply: Reply | undefined) => Body;
  /** Tried when Telegram cannot make a picture of the bytes. */
  readonly instead?: readonly Part[];
};
export type Reply = { readonly message_id: number; readonly allow_sending_without_reply: true };
type Body = FormData | Readonly<Record<string, unknown>>;

type File = Attachment & { readonly bytes: Uint8Array };
type Kind = 'photo' | 'video' | 'audio' | 'document';

/**
 * The text in parts, then the files, pictures and films together as albums. A short text with one call's worth of files
 * is their caption, so that all of it arrives or nothing does.
 */
export async function partsOf({ message }: Outgoing, ports: SendPorts): Promise<readonly Part[]> {
  const files = await Promise.all(
    message.attachments.map(async (file) => ({ ...file, bytes: await ports.file(file.key) })),
  );
  const groups = groupsOf(files);
  const text = message.text.toWellFormed().trim();
  const isCaption =
    groups.length === 1 && text !== '' && text.length <= telegramCapabilities.captionMax;
  return [
    ...(isCaption ? [] : splitText(text, telegramCapabilities.textMax).map(textPart)),
    ...groups.map((group) => groupPart(group, isCaption ? text : '')),
  ];
}

/** Plain text, no parse mode: nothing to escape and nothing to be refused as unbalanced. */
const textPart = (text: string): Part => ({
  method: 'sendMessage',
  build: (chat, reply) => ({
    ...chatParameters(chat),
    text,
    ...(reply && { reply_parameters: reply }),
  }),
});

const albumMax = 10;

type Group = { readonly kind: Kind; readonly files: readonly File[] };

/** In their order; neighbors that may share an album are together. Photos and videos mix, other kinds do not. */
function groupsOf(files: readonly File[]): readonly Group[] {
  const groups: { kind: Kind; files: File[] }[] = [];
  for (const file of files) {
    const kind = kindOf(file);
    const last = groups.at(-1);
    const fits = last && last.files.length < albumMax && album(last.kind) === album(kind);
    if (fits) last.files.push(file);
    else groups.push({ kind, files: [file] });
  }
  return groups;
}

const album = (kind: Kind) => (kind === 'video' ? 'photo' : kind);

function kindOf({ type, bytes }: File): Kind {
  if (/^image\/(?:jpeg|png)$/.test(type) && bytes.length <= photoBytesMax) return 'photo';
  if (type === 'video/mp4') return 'video';
  return /^audio\/(?:mpeg|mp4|x-m4a)$/.test(type) ? 'audio' : 'document';
}

const methods = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  audio: 'sendAudio',
  document: 'sendDocument',
} as const;

function groupPart({ kind, files }: Group, caption: string): Part {
  const [only] = files;
  const part =
    files.length === 1 && only ? filePart(kind, only, caption) : albumPart(files, caption);
  if (album(kind) !== 'photo') return part;
  const plain = (file: File, index: number) =>
    filePart('document', file, index === 0 ? caption : '');
  return { ...part, instead: files.map(plain) };
}

const filePart = (kind: Kind, file: File, caption: string): Part => ({
  method: methods[kind],
  build: (chat, reply) => {
    const form = formFor(chat, reply);
    form.set(kind, blobOf(file), file.name);
    if (caption !== '') form.set('caption', caption);
    return form;
  },
});

const albumPart = (files: readonly File[], caption: string): Part => ({
  method: 'sendMediaGroup',
  build: (chat, reply) => {
    const form = formFor(chat, reply);
    const media = files.map((file, index) => ({
      type: kindOf(file),
      media: `attach://file${index}`,
      ...(index === 0 && caption !== '' && { caption }),
    }));
    form.set('media', JSON.stringify(media));
    for (const [index, file] of files.entries()) form.set(`file${index}`, blobOf(file), file.name);
    return form;
  },
});

function formFor(chat: string, reply: Reply | undefined): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(chatParameters(chat))) form.set(name, value);
  if (reply) form.set('reply_parameters', JSON.stringify(reply));
  return form;
}

const blobOf = ({ bytes, type }: File) => new Blob([new Uint8Array(bytes)], { type });
