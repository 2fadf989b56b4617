import type { Line } from '../../../schemas/desk.ts';
import { say } from '../../parts/toast.tsx';
import { Faults } from '../settings/faults.tsx';
import { freeId } from '../settings/free-id.ts';
import { mayEdit } from '../settings/may-edit.ts';
import { replaced } from '../settings/moved.ts';
import { calendarsEditor, linesEditor } from './hours-state.ts';
import { words } from './words.ts';

const { draft, edit } = linesEditor;

const remove = (line: Line, index: number) => {
  edit(draft.value?.toSpliced(index, 1) ?? [], true);
  say(words.value.removed(line.name.en), () =>
    edit(draft.value?.toSpliced(index, 0, line) ?? [], true),
  );
};

/** The lines with their names and the hours they keep. */
export const Lines = () => {
  const { value } = words;
  const lines = draft.value ?? [];
  const faults = linesEditor.faults.value;
  const add = () => {
    const calendarId = calendarsEditor.draft.value?.[0]?.id ?? '';
    const line = { id: freeId(lines, 'line'), name: { en: value.newLine }, calendarId };
    edit([...lines, line], true);
  };
  return (
    <>
      <header class="list-head hours-head">
        <h2>{value.lines}</h2>
        {mayEdit() && (
          <button type="button" onClick={add}>
            {value.addLine}
          </button>
        )}
      </header>
      <p class="hint">{value.linesHint}</p>
      <Faults of={faults} at="" />
      {lines.map((line, index) => (
        <LineCard key={line.id} line={line} index={index} />
      ))}
    </>
  );
};

const LineCard = ({ line, index }: { line: Line; index: number }) => {
  const { value } = words;
  const faults = linesEditor.faults.value;
  const put = (next: Line) => edit(replaced(draft.value ?? [], index, next));
  const calendars = calendarsEditor.draft.value ?? [];
  return (
    <fieldset class="hours-card line-card" disabled={!mayEdit()}>
      <legend class="visually-hidden">{line.name.en}</legend>
      <label class="field">
        {value.nameEn}
        <input
          value={line.name.en}
          autocomplete="off"
          onInput={(event) =>
            put({ ...line, name: { ...line.name, en: event.currentTarget.value } })
          }
        />
      </label>
      <label class="field">
        {value.nameRu}
        <input
          lang="ru"
          value={line.name.ru ?? ''}
          autocomplete="off"
          onInput={(event) => {
            const ru = event.currentTarget.value;
            put({ ...line, name: { en: line.name.en, ...(ru && { ru }) } });
          }}
        />
      </label>
      <label class="field">
        {value.calendar}
        <select
          value={line.calendarId}
          onChange={(event) => put({ ...line, calendarId: event.currentTarget.value })}
        >
          {calendars.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {!calendars.some(({ id }) => id === line.calendarId) && (
            <option value={line.calendarId}>{line.calendarId}</option>
          )}
        </select>
      </label>
      {mayEdit() && (
        <button
          type="button"
          aria-label={`${value.remove}: ${line.name.en}`}
          onClick={() => remove(line, index)}
        >
          {value.remove}
        </button>
      )}
      <Faults of={faults} at={String(index)} isDeep />
    </fieldset>
  );
};
