import type { IncomingFile } from '../channel.ts';
import { telegramCapabilities } from './capabilities.ts';
import type { TelegramFile, TelegramMessage } from './update.ts';

const fileBytesMax = telegramCapabilities.fileBytesIn;

type Attached = { readonly file: TelegramFile; readonly name: string; readonly type: string };

/** Files that the bot may fetch, and names of those that are too big for it. */
export function filesOf(message: TelegramMessage): {
  readonly files: readonly IncomingFile[];
  readonly tooBig: readonly string[];
} {
  const attached = attachedTo(message);
  const isTooBig = ({ file }: Attached) => (file.file_size ?? 0) > fileBytesMax;
  return {
    files: attached.filter((entry) => !isTooBig(entry)).map(incomingFile),
    tooBig: attached.filter(isTooBig).map(({ name }) => name),
  };
}

/** An animation comes a second time as document: the first kind found wins. */
function attachedTo(message: TelegramMessage): readonly Attached[] {
  const { photo = [], animation, document, audio, voice, video, video_note: round } = message;
  const kinds: readonly (readonly [TelegramFile | undefined, string, string])[] = [
    [largestOf(photo), 'photo.jpg', 'image/jpeg'],
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

/** The largest size that may be fetched, by its area: small sizes come without their bytes. */
function largestOf(sizes: readonly TelegramFile[]): TelegramFile | undefined {
  const rank = (file: TelegramFile) => (file.width ?? 0) * (file.height ?? 0);
  const fitting = sizes.filter((size) => (size.file_size ?? 0) <= fileBytesMax);
  return (fitting.length > 0 ? fitting : sizes)
    .toSorted((a, b) => rank(a) - rank(b) || (a.file_size ?? 0) - (b.file_size ?? 0))
    .at(-1);
}

const incomingFile = ({ file, name, type }: Attached): IncomingFile => ({
  name,
  type,
  kind: 'regular',
  ref: file.file_id,
  size: file.file_size,
});
