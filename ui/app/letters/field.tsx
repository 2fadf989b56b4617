import type { ComponentChildren } from 'preact';
import { words } from './words.ts';

type Props = {
  label: string;
  name: string;
  hint?: string;
  problem: string | undefined;
  isOptional?: boolean;
  class?: string;
  children: ComponentChildren;
};

/** One question of the form: its name, the field, and beside it what is wrong. */
export const Field = ({ label, name, hint, problem, isOptional, class: look, children }: Props) => (
  <div class={`letter-field ${look ?? ''}`}>
    <label for={`letter-${name}`}>
      {label} {isOptional && <span class="hint">({words.value.optional})</span>}
    </label>
    {children}
    {problem ? (
      <p id={`letter-${name}-problem`} class="problem" role="alert">
        {problem}
      </p>
    ) : (
      hint && <p class="hint">{hint}</p>
    )}
  </div>
);

/** What every field of the form has. */
export const fieldProps = (name: string, problem: string | undefined) => ({
  id: `letter-${name}`,
  name,
  'aria-invalid': problem !== undefined,
  'aria-describedby': problem ? `letter-${name}-problem` : undefined,
});
