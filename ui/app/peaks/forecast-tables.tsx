import type { DayOf } from './forecast.ts';
import { dayName, hourName, numberText } from './in-words.ts';
import { words } from './words.ts';

type DaysProps = {
  days: readonly DayOf[];
  opened: string;
  onOpen: (day: string) => void;
};

const Columns = ({ first }: { first: string }) => {
  const { expected, likely, came } = words.value.forecast;
  return (
    <thead>
      <tr>
        {[first, expected, likely, came].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** The chart in numbers. */
export const DayTable = ({ days, opened, onOpen }: DaysProps) => {
  const value = words.value.forecast;
  return (
    <table class="numbers">
      <caption class="visually-hidden">{value.byDay}</caption>
      <Columns first={value.day} />
      <tbody>
        {days.map(({ day, expected, low, high, arrived, isOver }) => (
          <tr key={day}>
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-expanded={opened === day}
                aria-label={value.showHours(dayName(day))}
                onClick={() => onOpen(day)}
              >
                {dayName(day)}
              </button>
            </th>
            <td>{numberText(expected, 0)}</td>
            <td>
              {numberText(low, 0)}–{numberText(high, 0)}
            </td>
            <td>
              {arrived === undefined ? (
                <span class="hint">{value.notYet}</span>
              ) : (
                `${numberText(arrived, 0)}${isOver ? '' : ' …'}`
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The hours of one day, by the desk's clock. */
export const HourTable = ({ day }: { day: DayOf }) => {
  const value = words.value.forecast;
  return (
    <table class="numbers">
      <caption>{value.byHour(dayName(day.day))}</caption>
      <Columns first={value.hour} />
      <tbody>
        {day.hours.map(({ at, expected, low, high, arrived }) => (
          <tr key={at}>
            <th scope="row">{hourName(at)}</th>
            <td>{numberText(expected)}</td>
            <td>
              {numberText(low)}–{numberText(high)}
            </td>
            <td>{arrived ?? <span class="hint">{value.notYet}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
