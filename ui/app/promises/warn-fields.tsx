import type { WarnPoint } from '../../../schemas/promise.ts';
import { replaced } from '../settings/moved.ts';
import { words } from './words.ts';

type Props = { warn: readonly WarnPoint[]; onChange: (warn: WarnPoint[]) => void };

const valueOf = (point: WarnPoint): number =>
  'percent' in point ? point.percent : point.minutesBefore;
const pointOf = (unit: string, value: number): WarnPoint =>
  unit === 'percent' ? { percent: value } : { minutesBefore: value };

/** When people are warned before a promise is broken; five times at most. */
export const WarnFields = ({ warn, onChange }: Props) => {
  const { value } = words;
  return (
    <fieldset class="warn-fields">
      <legend>{value.warn}</legend>
      {warn.map((point, index) => {
        const unit = 'percent' in point ? 'percent' : 'minutesBefore';
        return (
          <div class="span-field" key={index}>
            <input
              type="number"
              min={1}
              aria-label={value.warnValue}
              value={valueOf(point)}
              onChange={(event) => {
                const next = Math.floor(Number(event.currentTarget.value));
                onChange(replaced(warn, index, pointOf(unit, next)));
              }}
            />
            <select
              aria-label={value.warnUnit}
              value={unit}
              onChange={(event) =>
                onChange(replaced(warn, index, pointOf(event.currentTarget.value, valueOf(point))))
              }
            >
              <option value="percent">{value.percent}</option>
              <option value="minutesBefore">{value.minutesBefore}</option>
            </select>
            <button
              type="button"
              class="quiet"
              aria-label={value.removeWarn}
              onClick={() => onChange(warn.toSpliced(index, 1))}
            >
              ×
            </button>
          </div>
        );
      })}
      {warn.length < 5 && (
        <button type="button" onClick={() => onChange([...warn, { percent: 90 }])}>
          {value.addWarn}
        </button>
      )}
    </fieldset>
  );
};
