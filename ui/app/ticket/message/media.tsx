import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../parts/icon.tsx';
import { complain } from '../../../parts/toast.tsx';
import type { MessageEntry } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';
import { linkTo } from '../files.tsx';

type MediaKind = 'picture' | 'sound' | 'film';

/** Largest picture that is fetched without being asked for, bytes. */
const pictureMax = 8 * 1024 * 1024;
const pictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

/** What can be shown in place: pictures and what browsers play. SVG is none of them: it can hold script. */
const mediaKindOf = (file: { type: string; size: number }): MediaKind | undefined => {
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (pictures.has(type)) return file.size <= pictureMax ? 'picture' : undefined;
  if (type.startsWith('audio/')) return 'sound';
  return /^video\/(mp4|webm|quicktime|3gpp)$/.test(type) ? 'film' : undefined;
};

/** Whether a file is on screen already, so that it need not be listed. */
export const isShown = (message: MessageEntry, file: { type: string; size: number }): boolean =>
  isShowing(message) && mediaKindOf(file) === 'picture';

/** What is withheld for a virus or withdrawn is not shown. */
const isShowing = ({ flags, deletedAt }: MessageEntry) =>
  !flags.includes('virus') && deletedAt === undefined;

type Props = { message: MessageEntry; index: number };

/** Pictures, sounds and films of a message. */
export const Media = ({ message }: { message: MessageEntry }) => {
  if (!isShowing(message)) return null;
  const shown = message.attachments.flatMap((file, index) => {
    const kind = file.inline ? undefined : mediaKindOf(file);
    return kind ? [{ kind, index, name: file.name }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div class="media">
      {shown.map(({ kind, index, name }) =>
        kind === 'picture' ? (
          <Picture key={index} message={message} index={index} name={name} />
        ) : (
          <Player key={index} message={message} index={index} name={name} kind={kind} />
        ),
      )}
    </div>
  );
};

/** Asks for its link when it comes near: a long conversation would ask for a hundred at once. */
const Picture = ({ message, index, name }: Props & { name: string }) => {
  const place = useRef<HTMLButtonElement>(null);
  const source = useSignal('');
  const isBroken = useSignal(false);
  const read = () => {
    isBroken.value = false;
    linkTo({ entry: message }, index, false).then(
      (url) => (source.value = url),
      () => (isBroken.value = true),
    );
  };
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        read();
      },
      { rootMargin: '400px' },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const open = async () => {
    const tab = window.open('', '_blank');
    try {
      const url = await linkTo({ entry: message }, index, false);
      if (tab) tab.location.href = url;
    } catch (error) {
      tab?.close();
      complain(error);
    }
  };

  if (isBroken.value) return <Broken onRetry={read} />;
  return (
    <button
      ref={place}
      type="button"
      class="picture"
      title={texts.value.said.openFile}
      onClick={() => void open()}
    >
      {source.value ? (
        <img src={source.value} alt={name} onError={() => (isBroken.value = true)} />
      ) : (
        <span class="visually-hidden">{name}</span>
      )}
    </button>
  );
};

/** A signed link lives five minutes, so it is asked for when somebody wants to listen. */
const Player = ({
  message,
  index,
  name,
  kind,
}: Props & { name: string; kind: 'sound' | 'film' }) => {
  const source = useSignal('');
  const isBroken = useSignal(false);
  const { said } = texts.value;
  const read = () =>
    void linkTo({ entry: message }, index, false).then((url) => {
      isBroken.value = false;
      source.value = url;
    }, complain);
  if (isBroken.value) return <Broken onRetry={read} />;
  const action = kind === 'sound' ? said.listen : said.play;
  if (!source.value)
    return (
      <button type="button" onClick={read} aria-label={`${action}: ${name}`}>
        <Icon name="play" /> {action}
      </button>
    );
  const common = {
    src: source.value,
    controls: true,
    autoPlay: true,
    'aria-label': name,
    onError: () => (isBroken.value = true),
  };
  return kind === 'sound' ? <audio {...common} /> : <video {...common} />;
};

const Broken = ({ onRetry }: { onRetry: () => void }) => (
  <p class="hint">
    {texts.value.said.fileGone}{' '}
    <button type="button" class="link" onClick={onRetry}>
      {texts.value.said.tryFileAgain}
    </button>
  </p>
);
