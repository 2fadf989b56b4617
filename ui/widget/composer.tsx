import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { putFile, type Upload } from './upload.ts';
import { Icon, useChatState, useView } from './view.tsx';
import { sizeOf } from './when.ts';

/** As the desk takes it (`schemas/chat.ts`). */
const textMax = 4_000;
const filesMax = 5;
/** From here on the writer is told how much is left. */
const tellFrom = 3_600;
const tallest = 140;

/** Where the visitor writes. Enter sends, with Shift it breaks the line. */
export const Composer = () => {
  const { chat, texts } = useView();
  const { uploads } = useChatState();
  const { attach, remove, clear } = useUploads();
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(tallest, area.current.scrollHeight)}px`;
  }, [text]);

  const ready = uploads.flatMap(({ name, size, grant }) => (grant ? [{ name, size, grant }] : []));
  const isUploading = uploads.some(({ grant, fault }) => !grant && !fault);
  const isSendable =
    (text.trim() !== '' || ready.length > 0) && text.length <= textMax && !isUploading;
  const send = () => {
    if (!isSendable) return;
    chat.say(text.trim(), ready);
    setText('');
    clear();
    area.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onPaste={({ clipboardData }) => attach(clipboardData?.files)}
    >
      <UploadList uploads={uploads} remove={remove} />
      <div class="row">
        <button
          type="button"
          class="plain"
          aria-label={texts.attach}
          title={texts.attach}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={texts.attach}
          onChange={({ currentTarget }) => {
            attach(currentTarget.files);
            currentTarget.value = '';
          }}
        />
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={texts.write}
          placeholder={texts.write}
          aria-describedby="left"
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            if (currentTarget.value.trim() !== '') chat.typing();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="submit"
          class="plain send"
          aria-label={texts.send}
          title={texts.send}
          aria-disabled={!isSendable}
        >
          <Icon name="send" />
        </button>
      </div>
      <p id="left" role="status" class={text.length > textMax ? 'fault' : 'hint'}>
        {text.length > tellFrom ? texts.tooLong(textMax - text.length) : ''}
      </p>
    </form>
  );
};

type ListProps = {
  readonly uploads: readonly Upload[];
  readonly remove: (key: string) => void;
};

const UploadList = ({ uploads, remove }: ListProps) => {
  const { texts, locale } = useView();
  if (uploads.length === 0) return null;
  return (
    <ul class="uploads">
      {uploads.map(({ key, name, size, percent, grant, fault }) => (
        <li key={key}>
          <Icon name="file" />
          <span class="name">{name}</span>
          {fault ? (
            <span class="fault" role="alert">
              {texts.faults[fault] ?? texts.faults.unknown}
            </span>
          ) : grant ? (
            <span class="size">{sizeOf(size, locale)}</span>
          ) : (
            <progress max={100} value={percent} aria-label={texts.uploading(name, percent)} />
          )}
          <button
            type="button"
            class="plain"
            aria-label={texts.removeFile(name)}
            onClick={() => remove(key)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
};

let uploadCount = 0;

/** Files are put as soon as they are chosen, so that sending waits for nothing. */
function useUploads() {
  const { chat, desk, store } = useView();
  const change = (key: string, news: Partial<Upload>) =>
    store.set({
      uploads: store.state().uploads.map((one) => (one.key === key ? { ...one, ...news } : one)),
    });
  const add = (file: File) => {
    const key = `file-${++uploadCount}`;
    const isTooMany = store.state().uploads.filter(({ fault }) => !fault).length >= filesMax;
    const upload = { key, name: file.name, size: file.size, percent: 0 };
    store.set({
      uploads: [
        ...store.state().uploads,
        isTooMany ? { ...upload, fault: 'upload.too-many' } : upload,
      ],
    });
    const token = chat.token();
    if (isTooMany) return;
    if (token === undefined) change(key, { fault: 'network' });
    else void putFile({ desk, token, file }, (news) => change(key, news));
  };
  return {
    attach: (files: FileList | null | undefined) => {
      for (const file of files ?? []) add(file);
    },
    remove: (key: string) =>
      store.set({ uploads: store.state().uploads.filter((one) => one.key !== key) }),
    clear: () => store.set({ uploads: [] }),
  };
}
