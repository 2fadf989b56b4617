import type { ClockStatus } from '../../../schemas/clock.ts';
import type { Priority } from '../../../schemas/primitives.ts';
import { texts } from '../../texts/texts.ts';
import { replaced } from '../settings/moved.ts';
import { eventKinds, type Told } from './stories.ts';
import { words } from './words.ts';

type Props = { events: readonly Told[]; onChange: (events: Told[]) => void };

/** What happens after the ticket was created, each with its moment. */
export const ToldEvents = ({ events, onChange }: Props) => {
  const { story } = words.value;
  const { status: statuses, priority: priorities } = texts.value;
  const put = (index: number, event: Told) => onChange(replaced(events, index, event));
  return (
    <ol class="told-events">
      {events.map((event, index) => (
        <li key={index}>
          <select
            aria-label={story.what}
            value={event.kind}
            onChange={({ currentTarget }) => {
              const kind = eventKinds.find((one) => one === currentTarget.value);
              if (kind) put(index, { ...event, kind });
            }}
          >
            {eventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {story.kinds[kind]}
              </option>
            ))}
          </select>
          {event.kind === 'status' && (
            <select
              aria-label={story.value}
              value={event.status}
              onChange={({ currentTarget }) =>
                put(index, { ...event, status: currentTarget.value as ClockStatus })
              }
            >
              {Object.entries(statuses).map(([status, name]) => (
                <option key={status} value={status}>
                  {name}
                </option>
              ))}
            </select>
          )}
          {event.kind === 'priority' && (
            <select
              aria-label={story.value}
              value={event.priority}
              onChange={({ currentTarget }) =>
                put(index, { ...event, priority: currentTarget.value as Priority })
              }
            >
              {Object.entries(priorities).map(([priority, name]) => (
                <option key={priority} value={priority}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <input
            type="datetime-local"
            aria-label={story.at}
            value={event.at}
            onChange={({ currentTarget }) => put(index, { ...event, at: currentTarget.value })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={story.removeEvent}
            onClick={() => onChange(events.toSpliced(index, 1))}
          >
            ×
          </button>
        </li>
      ))}
    </ol>
  );
};
