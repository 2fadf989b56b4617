import type { AlertStep } from '../../../schemas/alert-policy.ts';
import { minutesText } from '../settings/list-words.ts';
import { inTime, stepText } from './ladder.ts';
import { words } from './words.ts';

/** The ladder as it will be climbed, in words. */
export const LadderPreview = ({ steps }: { steps: readonly AlertStep[] }) => {
  const { value } = words;
  return (
    <section class="side-panel" aria-label={value.preview}>
      <h2>{value.preview}</h2>
      <p class="hint">{value.previewHint}</p>
      {(['warn', 'breach'] as const).map((on) => (
        <div key={on}>
          <h3>{on === 'warn' ? value.warnTitle : value.breachTitle}</h3>
          <Rungs steps={inTime(steps, on)} />
        </div>
      ))}
    </section>
  );
};

const Rungs = ({ steps }: { steps: readonly AlertStep[] }) => {
  const { value } = words;
  if (steps.length === 0) return <p class="hint">{value.nothing}</p>;
  return (
    <ol class="ladder">
      {steps.map((step, index) => {
        const since = step.afterMinutes - (steps[index - 1]?.afterMinutes ?? 0);
        return (
          <li key={index}>
            <b>{since === 0 && index === 0 ? value.atOnce : value.later(minutesText(since))}</b>
            <p>{stepText(step, value)}</p>
          </li>
        );
      })}
    </ol>
  );
};
