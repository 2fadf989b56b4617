import type { Priority } from '../../../schemas/primitives.ts';
import type { RoutingActions } from '../../../schemas/routing.ts';
import { texts } from '../../texts/texts.ts';
import { LinesField, SelectField } from '../settings/fields.tsx';
import { colleagueOptions, lineOptions, tiersWith, topicOptions } from '../settings/options.ts';
import { withAction } from './rules.ts';
import { words } from './words.ts';

type Props = { actions: RoutingActions; onChange: (actions: RoutingActions) => void };

/** What happens to a ticket that the rule matches; what is left alone stays as it is. */
export const ActionFields = ({ actions, onChange }: Props) => {
  const { actions: labels, unchanged, spamHint, onePerLine } = words.value;
  const set = <K extends keyof RoutingActions>(name: K, value: RoutingActions[K] | undefined) =>
    onChange(withAction(actions, name, value));
  const priorities = Object.entries(texts.value.priority) as [Priority, string][];
  return (
    <div class="rule-fields">
      <SelectField
        label={labels.topic}
        value={actions.topic ?? ''}
        none={unchanged}
        options={topicOptions()}
        onChange={(topic) => set('topic', topic)}
      />
      <SelectField
        label={labels.priority}
        value={actions.priority ?? ''}
        none={unchanged}
        options={priorities}
        onChange={(priority) => set('priority', priority)}
      />
      <SelectField
        label={labels.line}
        value={actions.line ?? ''}
        none={unchanged}
        options={lineOptions()}
        onChange={(line) => set('line', line)}
      />
      <SelectField
        label={labels.assigneeId}
        value={actions.assigneeId ?? ''}
        none={unchanged}
        options={colleagueOptions()}
        onChange={(id) => set('assigneeId', id)}
      />
      <SelectField
        label={labels.tier}
        value={actions.tier ?? ''}
        none={unchanged}
        options={tiersWith()}
        onChange={(tier) => set('tier', tier)}
      />
      <label class="field">
        {labels.reason}
        <input
          value={actions.reason ?? ''}
          maxLength={40}
          autocomplete="off"
          onInput={(event) => set('reason', event.currentTarget.value.trim() || undefined)}
        />
      </label>
      <LinesField
        label={labels.tags}
        hint={onePerLine}
        value={actions.tags ?? []}
        onChange={(tags) => set('tags', tags.length > 0 ? tags : undefined)}
      />
      <label class="switch">
        <input
          type="checkbox"
          checked={actions.spam ?? false}
          onChange={(event) => set('spam', event.currentTarget.checked || undefined)}
        />
        <span>
          {labels.spam} <span class="hint">{spamHint}</span>
        </span>
      </label>
    </div>
  );
};
