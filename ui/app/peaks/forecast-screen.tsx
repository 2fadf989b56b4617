import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Output } from '../../api/client.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain } from '../../parts/toast.tsx';
import { toZoned } from '../../parts/zoned.ts';
import { call, now, topicNames } from '../../state/desk.ts';
import { dayAfter, daysOf, type Series, seriesOf, weekOf } from './forecast.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { DayTable, HourTable } from './forecast-tables.tsx';
import { dayName, percentText, topicName } from './in-words.ts';
import { PeakTabs } from './peak-tabs.tsx';
import { zone } from './peaks-state.ts';
import { Staffing } from './staffing.tsx';
import { words } from './words.ts';

const days = 7;
/** The API counts hours by UTC's days: a day on either side holds the desk's own. */
const margin = 1;
type Given = Output<'getForecast'> & { week: string };
/** What was read last, kept while the page is left and come back to. */
const read = signal<Given | undefined>(undefined);

/** What is expected, what came, and how many people it takes. */
export const ForecastScreen = () => {
  const { title, forecastTitle } = words.value;
  const value = words.value.forecast;
  const today = toZoned(new Date(now.value).toISOString(), zone.value).slice(0, 10);
  const from = useSignal(today);
  const topic = useSignal('*');
  usePageTitle(`${forecastTitle} · ${title}`);
  useEffect(focusHeading, []);
  useEffect(() => {
    const wanted = from.value;
    const query = { from: dayAfter(wanted, -margin), days: days + 2 * margin };
    call('getForecast', { query }).then((answer) => {
      if (from.value === wanted) read.value = { ...answer, week: wanted };
    }, complain);
  }, [from.value]);
  const answer = read.value;
  const go = (by: number) => () => (from.value = by === 0 ? today : dayAfter(from.value, by));
  return (
    <section class="settings peaks">
      <header class="list-head">
        <h1 tabIndex={-1}>{forecastTitle}</h1>
      </header>
      <PeakTabs of="forecast" />
      <p class="hint page-hint">
        {value.hint} {words.value.zone(zone.value)}
      </p>
      {answer ? (
        <div class="peaks-body">
          <div class="forecast-choice">
            <label class="field">
              {value.topic}
              <select
                value={topic.value}
                onChange={(event) => (topic.value = event.currentTarget.value)}
              >
                <option value="*">{value.all}</option>
                {[...topicNames.value].map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <div class="hours-actions">
              <button type="button" onClick={go(-days)}>
                ← {value.earlier}
              </button>
              <button type="button" disabled={from.value === today} onClick={go(0)}>
                {value.today}
              </button>
              <button type="button" onClick={go(days)}>
                {value.later} →
              </button>
            </div>
          </div>
          <Shown series={shownOf(answer, topic.value)} topic={topic.value} />
          <Staffing
            staffing={answer.staffing.filter(
              ({ day }) => answer.week <= day && day < dayAfter(answer.week, days),
            )}
            perDay={answer.perDay}
          />
        </div>
      ) : (
        <p class="empty" aria-busy="true">
          {words.value.loading}
        </p>
      )}
    </section>
  );
};

/** The desk's own days of what was read. */
const shownOf = (answer: Given, topic: string): Series => {
  const series = seriesOf(answer, topic);
  return { ...series, hours: weekOf(series.hours, { from: answer.week, zone: zone.value }) };
};

const Shown = ({ series, topic }: { series: Series; topic: string }) => {
  const value = words.value.forecast;
  const opened = useSignal('');
  const all = daysOf(series.hours, zone.value);
  const [first, last] = [all[0]?.day, all.at(-1)?.day];
  if (!first || !last) return <p class="empty">{value.none}</p>;
  const name = topic === '*' ? value.all : topicName(topic);
  const day = all.find((one) => one.day === opened.value);
  return (
    <section class="peak-card" aria-label={name}>
      <header class="peak-card-head">
        <h2>{value.range(dayName(first), dayName(last))}</h2>
      </header>
      <ForecastChart
        hours={series.hours}
        label={value.chart(name, dayName(first), dayName(last))}
      />
      <p>
        {errorText(series, topic)} {topic === '*' && <span class="hint">{value.allHint}</span>}
      </p>
      <DayTable
        days={all}
        opened={opened.value}
        onOpen={(wanted) => (opened.value = opened.value === wanted ? '' : wanted)}
      />
      {day && <HourTable day={day} />}
    </section>
  );
};

const errorText = ({ error, weeks }: Series, topic: string): string => {
  const value = words.value.forecast;
  if (error === undefined) return value.errorUnknown(weeks);
  const percent = percentText(error);
  return topic === '*' ? value.errorAll(percent, weeks) : value.error(percent, weeks);
};
