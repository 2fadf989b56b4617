import { useEffect } from 'preact/hooks';
import { complain } from '../../parts/toast.tsx';
import { calendarsEditor } from '../hours/hours-state.ts';
import { ItemList } from '../settings/item-list.tsx';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { ApplyPromises } from './apply-promises.tsx';
import { PromiseEditor } from './promise-editor.tsx';
import { PromiseSummary } from './promise-summary.tsx';
import { blankPromise } from './promises.ts';
import { promisesEditor } from './promises-state.ts';
import { Story } from './story.tsx';
import { words } from './words.ts';

const { draft, edit, faults } = promisesEditor;

/** What is promised to whom, in its order, tried on any story before it is saved. */
export const PromisesScreen = () => {
  const { value } = words;
  useEffect(() => void calendarsEditor.open().catch(complain), []);
  useEditor(promisesEditor);
  const promises = draft.value ?? [];
  return (
    <SettingsPage
      of="promises"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined}
      side={
        <>
          <Story promises={promises} />
          <ApplyPromises />
        </>
      }
    >
      <ItemList
        label={value.title}
        items={promises}
        latest={() => draft.value ?? []}
        onChange={edit}
        faults={faults.value}
        empty={
          <>
            <p>{value.empty}</p>
            <p class="hint">{value.emptyHint}</p>
          </>
        }
        add={{ label: value.add, make: () => blankPromise(promises, value.newPromise) }}
        show={(promise) => ({
          name: promise.name,
          summary: <PromiseSummary promise={promise} />,
        })}
        fields={(promise, put, at) => <PromiseEditor promise={promise} at={at} onChange={put} />}
      />
      <SaveBar editor={promisesEditor} />
    </SettingsPage>
  );
};
