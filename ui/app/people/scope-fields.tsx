import type { Scope } from '../../../schemas/agent.ts';
import { Choices } from '../settings/fields.tsx';
import { lineOptions, type Options, topicOptions } from '../settings/options.ts';
import { SwitchField } from '../settings/text-fields.tsx';
import { withLimit } from './person.ts';
import type { PersonFields } from './person-detail.tsx';
import { words } from './words.ts';

/** Which tickets the person sees: by topic and by line. */
export const ScopeFields = ({ draft, put }: PersonFields) => {
  const { value } = words;
  const limit = (kind: keyof Scope) => (list: string[] | undefined) =>
    put({ scope: withLimit(draft.scope, kind, list) });
  return (
    <section class="part">
      <h3>{value.scope}</h3>
      <p class="hint">{value.scopeHint}</p>
      <Limit
        all={value.allTopics}
        label={value.topics}
        options={topicOptions()}
        list={draft.scope?.topics}
        onChange={limit('topics')}
      />
      <Limit
        all={value.allLines}
        hint={value.allLinesHint}
        label={value.lines}
        options={lineOptions()}
        list={draft.scope?.lines}
        onChange={limit('lines')}
      />
    </section>
  );
};

type LimitProps = {
  all: string;
  hint?: string;
  label: string;
  options: Options;
  list: readonly string[] | undefined;
  onChange: (list: string[] | undefined) => void;
};

/** Everything, or a list that begins with everything: what is to be hidden is taken out of it. */
const Limit = ({ all, hint, label, options, list, onChange }: LimitProps) => (
  <div class="limit">
    <SwitchField
      label={all}
      {...(hint && { hint })}
      isOn={list === undefined}
      onChange={(isAll) => onChange(isAll ? undefined : options.map(([id]) => id))}
    />
    {list && <Choices label={label} options={options} value={list} onChange={onChange} />}
  </div>
);
