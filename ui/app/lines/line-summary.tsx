import type { Line } from '../../../schemas/desk.ts';
import { calendarsEditor } from '../hours/hours-state.ts';
import { lineName, peopleOf } from './lines-state.ts';
import { words } from './words.ts';

/** A line in two rows: its hours and people, how it works and where its cases go. */
export const LineSummary = ({ line }: { line: Line }) => {
  const { value } = words;
  const { calendarId, capacity, work = 'pull', outside, overflowTo, escalatesTo } = line;
  const calendar = calendarsEditor.draft.value?.find(({ id }) => id === calendarId);
  const people = peopleOf(line.id);
  const who = people && (people.length > 0 ? value.people(people.length) : value.noPeople);
  const how = [
    value.works[work],
    capacity && value.limits(capacity.perDay, capacity.tickets, capacity.chats),
    outside === 'overflow' &&
      value.flows(overflowTo === undefined ? value.overflowAny : lineName(overflowTo)),
    escalatesTo !== undefined && value.then(lineName(escalatesTo)),
  ];
  return (
    <>
      <p>{[calendar?.name ?? calendarId, who].filter(Boolean).join(' · ')}</p>
      <p class="hint">{how.filter(Boolean).join(' · ')}</p>
    </>
  );
};
