import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ServicePromise } from '../../../schemas/promise.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain, say } from '../../parts/toast.tsx';
import { calendarsEditor } from '../hours/hours-state.ts';
import { Faults } from '../settings/faults.tsx';
import { moved, replaced } from '../settings/moved.ts';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { saving } from '../settings/saving-words.ts';
import { SettingsTabs } from '../settings/settings-tabs.tsx';
import { PromiseRow } from './promise-row.tsx';
import { blankPromise } from './promises.ts';
import { mayEdit, promisesEditor } from './promises-state.ts';
import { Story } from './story.tsx';
import { words } from './words.ts';

const { draft, edit } = promisesEditor;

/** What is promised to whom, in its order, tried on any story before it is saved. */
export const PromisesScreen = () => {
  const { value } = words;
  const opened = useSignal<string | undefined>(undefined);
  usePageTitle(value.title);
  useEffect(() => {
    focusHeading();
    void calendarsEditor.open().catch(complain);
  }, []);
  useEditor(promisesEditor);
  const promises = draft.value;
  const add = () => {
    const promise = blankPromise(promises ?? [], value.newPromise);
    edit([...(promises ?? []), promise], true);
    opened.value = promise.id;
  };
  return (
    <section class="settings wide">
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
        {mayEdit() && promises && (
          <button type="button" onClick={add}>
            {value.add}
          </button>
        )}
      </header>
      <SettingsTabs of="promises" />
      <p class="hint page-hint">{value.hint}</p>
      {promises ? (
        <div class="routing">
          <div>
            <Faults of={promisesEditor.faults.value} at="" />
            <Promises
              promises={promises}
              opened={opened.value}
              onOpen={(id) => (opened.value = id)}
            />
            <SaveBar editor={promisesEditor} />
          </div>
          <div class="side-panels">
            <Story promises={promises} />
          </div>
        </div>
      ) : (
        <p class="empty" aria-busy="true">
          {saving.value.loading}
        </p>
      )}
    </section>
  );
};

type Props = {
  promises: ServicePromise[];
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
};

const Promises = ({ promises, opened, onOpen }: Props) => {
  const { value } = words;
  const told = useSignal('');
  const move = (index: number, by: -1 | 1) => {
    const place = Math.max(0, Math.min(index + by, promises.length - 1));
    if (place !== index) edit(moved(promises, index, place), true);
    told.value = value.movedTo(promises[index]?.name ?? '', place + 1, promises.length);
  };
  const remove = (promise: ServicePromise, index: number) => {
    edit(promises.toSpliced(index, 1), true);
    say(value.removed(promise.name), () =>
      edit(draft.value?.toSpliced(index, 0, promise) ?? [], true),
    );
  };
  if (promises.length === 0)
    return (
      <div class="empty">
        <p>{value.empty}</p>
        <p class="hint">{value.emptyHint}</p>
      </div>
    );
  return (
    <>
      <ol class="rules" aria-label={value.title}>
        {promises.map((promise, index) => (
          <PromiseRow
            key={promise.id}
            promise={promise}
            index={index}
            isOpen={opened === promise.id}
            onOpen={(isOpen) => onOpen(isOpen ? promise.id : undefined)}
            onChange={(next) => edit(replaced(promises, index, next))}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(promise, index)}
          />
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {told.value}
      </p>
    </>
  );
};
