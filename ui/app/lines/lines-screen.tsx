import { useEffect } from 'preact/hooks';
import type { Line } from '../../../schemas/desk.ts';
import { complain } from '../../parts/toast.tsx';
import { language } from '../../state/preferences.ts';
import { calendarsEditor } from '../hours/hours-state.ts';
import { freeId } from '../settings/free-id.ts';
import { ItemList } from '../settings/item-list.tsx';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { LineEditor } from './line-editor.tsx';
import { LineSummary } from './line-summary.tsx';
import { linesEditor, readPeople } from './lines-state.ts';
import { words } from './words.ts';

const { draft, edit, faults } = linesEditor;

/** Who answers what, when and how much: the lines in the order in which they are asked. */
export const LinesScreen = () => {
  const { value } = words;
  useEffect(() => {
    void calendarsEditor.open().catch(complain);
    void readPeople().catch(complain);
  }, []);
  useEditor(linesEditor);
  const lines = draft.value ?? [];
  const make = (): Line => ({
    id: freeId(lines, 'line'),
    name: { en: value.newLine },
    calendarId: calendarsEditor.draft.value?.[0]?.id ?? '',
  });
  return (
    <SettingsPage
      of="lines"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined && calendarsEditor.draft.value !== undefined}
    >
      <ItemList
        label={value.title}
        items={lines}
        latest={() => draft.value ?? []}
        onChange={edit}
        faults={faults.value}
        empty={<p>{value.empty}</p>}
        add={{ label: value.add, make }}
        show={(line) => ({
          name: line.name[language.value] ?? line.name.en,
          summary: <LineSummary line={line} />,
        })}
        fields={(line, put, at) => <LineEditor line={line} at={at} onChange={put} />}
      />
      <SaveBar editor={linesEditor} />
    </SettingsPage>
  );
};
