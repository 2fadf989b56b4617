import type { Priority } from '../../../schemas/primitives.ts';
import type { ClockKind, ClockTarget, Profile } from '../../../schemas/promise.ts';
import { texts } from '../../texts/texts.ts';
import { calendarsEditor } from '../hours/hours-state.ts';
import { SelectField } from '../settings/fields.tsx';
import { blankClock, clockKinds, secondsOf, spanOf, withClock } from './promises.ts';
import { words } from './words.ts';

type Props = { label: string; profile: Profile; onChange: (profile: Profile) => void };

const priorities: readonly Priority[] = ['normal', 'urgent', 'high', 'low'];

/** The clocks of normal or of peak days, each with its hours and its targets. */
export const ProfileFields = ({ label, profile, onChange }: Props) => (
  <fieldset class="profile">
    <legend>{label}</legend>
    {clockKinds.map((kind) => (
      <div class="clock" key={kind}>
        <label class="switch">
          <input
            type="checkbox"
            checked={profile[kind] !== undefined}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? blankClock(profile, kind)
                  : withClock(profile, kind, undefined),
              )
            }
          />
          {words.value.clocks[kind]}
        </label>
        {profile[kind] && <ClockFields kind={kind} profile={profile} onChange={onChange} />}
      </div>
    ))}
  </fieldset>
);

type ClockProps = Omit<Props, 'label'> & { kind: ClockKind };

const ClockFields = ({ kind, profile, onChange }: ClockProps) => {
  const { value } = words;
  const clock = profile[kind];
  if (!clock) return null;
  /** What is particular to a kind is kept. */
  const put = (change: Partial<ClockTarget>) =>
    onChange({ ...profile, [kind]: { ...clock, ...change } });
  const calendars = calendarsEditor.draft.value ?? [];
  const options: [string, string][] = [
    ['24x7', value.always],
    ...calendars.map(({ id, name }): [string, string] => [id, name]),
  ];
  const setTarget = (priority: Priority, seconds: number | undefined) => {
    const { [priority]: _, ...others } = clock.targetSeconds;
    const normal = priority === 'normal' ? (seconds ?? 0) : clock.targetSeconds.normal;
    put({ targetSeconds: { ...others, ...(seconds && { [priority]: seconds }), normal } });
  };
  return (
    <div class="clock-fields">
      <SelectField
        label={value.calendar}
        value={clock.calendar}
        options={options}
        onChange={(calendar) => put({ calendar: calendar ?? '24x7' })}
      />
      {kind === 'resolution' && profile.resolution && (
        <SelectField
          label={value.variant}
          value={profile.resolution.variant}
          options={Object.entries(value.variants) as ['waiting' | 'agent' | 'total', string][]}
          onChange={(variant) => {
            if (profile.resolution && variant)
              onChange({ ...profile, resolution: { ...profile.resolution, variant } });
          }}
        />
      )}
      {priorities.map((priority) => (
        <SpanField
          key={priority}
          label={texts.value.priority[priority]}
          seconds={clock.targetSeconds[priority]}
          onChange={(seconds) => setTarget(priority, seconds)}
        />
      ))}
      <p class="hint">{value.asNormal}</p>
    </div>
  );
};

type SpanProps = {
  label: string;
  seconds: number | undefined;
  onChange: (seconds: number | undefined) => void;
};

const SpanField = ({ label, seconds, onChange }: SpanProps) => {
  const { value } = words;
  const { hours, minutes } = spanOf(seconds);
  const read = (text: string) => Math.max(0, Math.floor(Number(text)) || 0);
  return (
    <div class="span-field">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={8784}
        aria-label={value.hours(label)}
        value={seconds ? hours : ''}
        onChange={(event) => onChange(secondsOf(read(event.currentTarget.value), minutes))}
      />
      <span class="hint">{value.h}</span>
      <input
        type="number"
        min={0}
        max={59}
        aria-label={value.minutes(label)}
        value={seconds ? minutes : ''}
        onChange={(event) => onChange(secondsOf(hours, read(event.currentTarget.value)))}
      />
      <span class="hint">{value.min}</span>
    </div>
  );
};
