import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Output } from '../../api/client.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain } from '../../parts/toast.tsx';
import { call, now, topicNames } from '../../state/desk.ts';
import { dayAfter, daysOf, type Series, seriesOf } from './forecast.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { DayTable, HourTable } from './forecast-tables.tsx';
import { dayName, percentText, topicName } from './in-words.ts';
import { PeakTabs } from './peak-tabs.tsx';
import { Staffing } from './staffing.tsx';
import { words } from './words.ts';

const days = 7;
/** What was read last, kept while the page is left and come back to. */
const read = signal<Output<'getForecast'> | undefined>(undefined);

/** What is expected, what came, and how many people it takes. */
export const ForecastScreen = () => {
  const { title, forecastTitle } = words.value;
  const value = words.value.forecast;
  const today = new Date(now.value).toISOString().slice(0, 10);
  const from = useSignal(today);
  const topic = useSignal('*');
  usePageTitle(`${forecastTitle} · ${title}`);
  useEffect(focusHeading, []);
  useEffect(() => {
    const wanted = from.value;
    call('getForecast', { query: { from: wanted, days } }).then((answer) => {
      if (from.value === wanted) read.value = answer;
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
      <p class="hint page-hint">{value.hint}</p>
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
          <Shown series={seriesOf(answer, topic.value)} topic={topic.value} />
          {answer.staffing.length > 0 && (
            <Staffing staffing={answer.staffing} perDay={answer.perDay} />
          )}
        </div>
      ) : (
        <p class="empty" aria-busy="true">
          {words.value.loading}
        </p>
      )}
    </section>
  );
};

const Shown = ({ series, topic }: { series: Series; topic: string }) => {
  const value = words.value.forecast;
  const opened = useSignal('');
  const all = daysOf(series.hours);
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
