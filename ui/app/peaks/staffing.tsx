import type { StaffingDay } from '../../../schemas/peak.ts';
import { lackOf } from './forecast.ts';
import { dayName, numberText } from './in-words.ts';
import { words } from './words.ts';

type Props = { staffing: readonly StaffingDay[]; perDay: number };

/** People needed by day beside those whose shifts are open; what is missing stands out, in words too. */
export const Staffing = ({ staffing, perDay }: Props) => {
  const value = words.value.forecast;
  return (
    <section class="peak-card" aria-labelledby="staffing">
      <h2 id="staffing">{value.staffing(perDay)}</h2>
      <table class="numbers" aria-labelledby="staffing">
        <thead>
          <tr>
            <th scope="col">{value.day}</th>
            <th scope="col">{value.expected}</th>
            <th scope="col">{value.needed}</th>
            <th scope="col">{value.planned}</th>
            <th scope="col">{value.lack}</th>
          </tr>
        </thead>
        <tbody>
          {staffing.map((day) => (
            <tr key={day.day}>
              <th scope="row">{dayName(day.day)}</th>
              <td>{numberText(day.expected, 0)}</td>
              <td>
                {day.people}{' '}
                {day.peopleHigh > day.people && (
                  <span class="hint">{value.neededHigh(day.peopleHigh)}</span>
                )}
              </td>
              <td>{day.planned}</td>
              <td>
                <Lack day={day} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Lack = ({ day }: { day: StaffingDay }) => {
  const value = words.value.forecast;
  const lack = lackOf(day);
  if (!lack) return <span class="hint">{value.enough}</span>;
  return lack.isHigh ? (
    <span class="lack warn">{value.missingHigh(lack.n)}</span>
  ) : (
    <span class="lack bad">{value.missing(lack.n)}</span>
  );
};
