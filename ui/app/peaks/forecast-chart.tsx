import { useId } from 'preact/hooks';
import { axisEnd, bandPath, daysOf, type HourOf, linePath } from './forecast.ts';
import { numberText, shortDay } from './in-words.ts';
import { zone } from './peaks-state.ts';
import { words } from './words.ts';

/** Height of the drawing and room for the scale below it, pixels. */
const height = 200;
const foot = 24;
/** Room for the numbers at the left, pixels. */
const left = 34;

type Props = { hours: readonly HourOf[]; label: string };

/** Hours side by side: what came as bars, what is expected as a line, its likely range as a band around it. */
export const ForecastChart = ({ hours, label }: Props) => {
  const { legend } = words.value.forecast;
  const title = useId();
  const end = axisEnd(hours);
  const days = daysOf(hours, zone.value);
  const y = (value: number) => (1 - value / end) * 100;
  return (
    <figure class="forecast">
      <svg width="100%" height={height + foot} role="img" aria-labelledby={title}>
        <title id={title}>{label}</title>
        {[0, 1, 2, 3, 4].map((quarter) => {
          const at = (height * (4 - quarter)) / 4;
          return (
            <g key={quarter} class="forecast-grid">
              <line x1={left} x2="100%" y1={at} y2={at} />
              <text x={left - 6} y={Math.max(10, at + 4)} text-anchor="end">
                {numberText((end * quarter) / 4)}
              </text>
            </g>
          );
        })}
        {/* One unit an hour, stretched to the room there is. */}
        <svg x={left} width={`calc(100% - ${left}px)`} height={height + foot} class="forecast-plot">
          {days.map(({ day }, index) => {
            const x = `${(index / days.length) * 100}%`;
            return (
              <g key={day} class="forecast-grid">
                <line x1={x} x2={x} y1={0} y2={height + foot} />
                <text x={x} dx={4} y={height + 17}>
                  {shortDay(day)}
                </text>
              </g>
            );
          })}
          <svg
            width="100%"
            height={height}
            viewBox={`0 0 ${Math.max(1, hours.length)} 100`}
            preserveAspectRatio="none"
          >
            <path class="forecast-band" d={bandPath(hours, end)} />
            {hours.map(
              ({ at, arrived }, index) =>
                arrived !== undefined && (
                  <rect
                    key={at}
                    class="forecast-came"
                    x={index + 0.15}
                    width={0.7}
                    y={y(arrived)}
                    height={100 - y(arrived)}
                  />
                ),
            )}
            <path class="forecast-line" d={linePath(hours, end)} />
          </svg>
        </svg>
      </svg>
      <figcaption class="forecast-legend hint">
        <span class="key-line">{legend.expected}</span>
        <span class="key-band">{legend.range}</span>
        <span class="key-came">{legend.arrived}</span>
      </figcaption>
    </figure>
  );
};
