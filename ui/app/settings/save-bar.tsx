import { useEffect } from 'preact/hooks';
import { complain, say } from '../../parts/toast.tsx';
import { can } from '../../state/desk.ts';
import type { Editor } from './editor.ts';
import { saving } from './saving-words.ts';

/** Reads the list when the page opens; says what is kept when it is left with changes. */
export const useEditor = <T,>(editor: Editor<T>): void => {
  useEffect(() => {
    void editor.open().catch(complain);
    return () => {
      if (editor.isDirty.peek()) say(saving.value.kept);
    };
  }, []);
};

/** At the bottom of the window while something is not saved, wrong, or saved by somebody else. */
export const SaveBar = <T,>({
  editor,
  mayEdit = can('settings.manage'),
}: {
  editor: Editor<T>;
  mayEdit?: boolean;
}) => {
  const words = saving.value;
  const { isDirty, isSaving, isStale, faults } = editor;
  if (!mayEdit) return <p class="save-bar hint">{words.readOnly}</p>;
  if (!isDirty.value && !isStale.value) return null;
  const hasFaults = faults.value.length > 0;
  return (
    <div class="save-bar" role="group" aria-label={words.unsaved}>
      <p role={isStale.value || hasFaults ? 'alert' : 'status'} class={hasFaults ? 'problem' : ''}>
        {isStale.value ? words.stale : hasFaults ? words.invalid : words.unsaved}
      </p>
      {isStale.value ? (
        <>
          <button type="button" onClick={() => void editor.reload()}>
            {words.reload}
          </button>
          <button type="button" onClick={() => void editor.overwrite()} disabled={isSaving.value}>
            {words.overwrite}
          </button>
        </>
      ) : (
        <>
          <button type="button" onClick={editor.discard} disabled={isSaving.value}>
            {words.discard}
          </button>
          <button
            type="button"
            class="primary"
            disabled={isSaving.value}
            onClick={() => void editor.save()}
          >
            {isSaving.value ? words.saving : words.save}
          </button>
        </>
      )}
    </div>
  );
};
