import { complain } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';

type File = { name: string; size: number; type: string; inline?: boolean };
type Props = { entry: { id: string; ticketId: string; occurredAt: string; attachments: File[] } };

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Signed links are short-lived, so one is asked for when it is needed. */
export const linkTo = async (
  { entry }: Props,
  index: number,
  download: boolean,
): Promise<string> => {
  const { url } = await call('getAttachment', {
    params: { ticketId: entry.ticketId, entryId: entry.id, index },
    query: { occurredAt: entry.occurredAt, download },
  });
  return url;
};

const open = async (props: Props, index: number) => {
  // Opened before the link is known: browsers block a window that opens after a wait.
  const tab = window.open('', '_blank');
  try {
    const url = await linkTo(props, index, false);
    if (tab) tab.location.href = url;
    else location.href = url;
  } catch (error) {
    tab?.close();
    complain(error);
  }
};

/** Files that came along; pictures inside the text, and those that `isShown` says are on screen, are not listed again. */
export const Files = ({ isShown, ...props }: Props & { isShown?: (file: File) => boolean }) => {
  const listed = props.entry.attachments
    .map((file, index) => ({ file, index }))
    .filter(({ file }) => !file.inline && !isShown?.(file));
  if (listed.length === 0) return null;
  return (
    <ul class="files" aria-label={texts.value.ticket.files}>
      {listed.map(({ file, index }) => (
        <li key={index}>
          <button type="button" onClick={() => void open(props, index)} title={file.type}>
            <span class="file-name">{file.name}</span>{' '}
            <span class="hint">{sizeText(file.size)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
