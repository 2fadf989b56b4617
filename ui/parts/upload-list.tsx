import { texts } from '../texts/texts.ts';
import type { Upload } from './upload.ts';
import './files.css';

type Props = { uploads: readonly Upload[]; onRemove: (upload: Upload) => void };

/** Files of a form: how far each is, what went wrong with it, and a way to try again or leave it. */
export const UploadList = ({ uploads, onRemove }: Props) =>
  uploads.length === 0 ? null : (
    <ul class="files uploads">
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} onRemove={() => onRemove(upload)} />
      ))}
    </ul>
  );

const UploadLine = ({ upload, onRemove }: { upload: Upload; onRemove: () => void }) => {
  const words = texts.value.compose;
  const problem = upload.problem.value;
  const isOnItsWay = !problem && !upload.grant.value;
  return (
    <li>
      <span class={problem ? 'problem' : 'file-name'} role={problem ? 'alert' : undefined}>
        {problem ?? upload.name}
      </span>
      {isOnItsWay && (
        <progress max={100} value={upload.percent.value} aria-label={upload.name}>
          {words.uploading(String(upload.percent.value))}
        </progress>
      )}
      {problem && upload.retry && (
        <button type="button" class="link" onClick={upload.retry}>
          {words.retry}
        </button>
      )}
      <button type="button" class="quiet" aria-label={words.remove(upload.name)} onClick={onRemove}>
        ×
      </button>
    </li>
  );
};
