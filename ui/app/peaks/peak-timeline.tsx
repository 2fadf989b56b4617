import type { Peak } from '../../../schemas/peak.ts';
import { isNarrow } from '../../parts/narrow.ts';
import { localeOf } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { spanOf } from './in-words.ts';
import { barsOf, horizon, shortName, stateOf } from './peaks.ts';
import { zone } from './peaks-state.ts';
import { words } from './words.ts';

/** Pixels. */
const lane = 26;
const scale = 22;
const day = 86_400_000;
/** Days between two marks of the scale. */
const stepOf = (isPhone: boolean) => (isPhone ? 20 : 10);

/** The next 60 days on one line; the list below says the same in words. */
export const PeakTimeline = ({ peaks }: { peaks: readonly Peak[] }) => {
  const { value } = words;
  const bars = barsOf(peaks, { now: now.value, letter: isNarrow.value ? 2.4 : 0.8 });
  const lanes = Math.max(1, ...bars.map((bar) => bar.lane + 1));
  const step = stepOf(isNarrow.value);
  const height = scale + lanes * lane;
  const format = new Intl.DateTimeFormat(localeOf(language.value, navigator.languages), {
    timeZone: zone.value,
    day: 'numeric',
    month: 'short',
  });
  const said = bars
    .toSorted((one, other) => one.left - other.left)
    .map(({ peak }) => `${peak.name}, ${spanOf(peak, now.value)}`)
    .join('; ');
  return (
    <section class="peak-card" aria-labelledby="peaks-timeline">
      <h2 id="peaks-timeline">{value.timeline}</h2>
      {bars.length === 0 ? (
        <p class="hint">{value.timelineEmpty}</p>
      ) : (
        <svg
          class="peak-timeline"
          width="100%"
          height={height}
          role="img"
          aria-label={value.timelineOf(said)}
        >
          {Array.from({ length: horizon / step }, (_, index) => {
            const x = `${((index * step) / horizon) * 100}%`;
            return (
              <g key={index}>
                <line x1={x} x2={x} y1={0} y2={height} />
                <text x={x} dx={4} y={14}>
                  {format.format(now.value + index * step * day)}
                </text>
              </g>
            );
          })}
          {bars.map(({ peak, lane: at, left, width, isNameBefore }) => (
            <g key={peak.id} class={stateOf(peak, now.value) === 'now' ? 'on' : ''}>
              <rect
                x={`${left}%`}
                y={scale + at * lane + 3}
                width={`${width}%`}
                height={lane - 6}
                rx={4}
              >
                <title>{`${peak.name}, ${spanOf(peak, now.value)}`}</title>
              </rect>
              <text
                class="peak-bar-name"
                x={`${isNameBefore ? left : left + width}%`}
                dx={isNameBefore ? -5 : 5}
                y={scale + at * lane + 17}
                text-anchor={isNameBefore ? 'end' : 'start'}
              >
                {shortName(peak)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </section>
  );
};
