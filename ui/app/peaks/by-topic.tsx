import type { ComponentChildren } from 'preact';
import { topicNames } from '../../state/desk.ts';
import { topicName } from './in-words.ts';
import { factorsOf, withTopic } from './peaks.ts';
import { words } from './words.ts';

type Props<V> = {
  label: string;
  hint?: string;
  values: Readonly<Record<string, V>> | undefined;
  /** What a topic that is added begins with. */
  blank: V;
  field: (value: V, put: (value: V) => void, label: string) => ComponentChildren;
  /** Undefined when no topic is left. */
  onChange: (values: Record<string, V> | undefined) => void;
};

/** A value for some topics, and one for every other. */
export const ByTopic = <V,>({ label, hint, values, blank, field, onChange }: Props<V>) => {
  const { value } = words;
  const known = Object.keys(values ?? {});
  const free = ['*', ...topicNames.value.keys()].filter((topic) => !known.includes(topic));
  const order = factorsOf(Object.fromEntries(known.map((topic) => [topic, 0])));
  return (
    <fieldset class="by-topic">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <ul>
        {order.map(([topic]) => {
          const own = values?.[topic];
          if (own === undefined) return null;
          return (
            <li key={topic} class="by-topic-row">
              <span class="by-topic-name">{topicName(topic)}</span>
              {field(
                own,
                (next) => onChange(withTopic(values, topic, next)),
                value.valueOf(label, topicName(topic)),
              )}
              <button
                type="button"
                class="quiet"
                aria-label={value.removeTopic(label, topicName(topic))}
                onClick={() => onChange(withTopic(values, topic, undefined))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      {free.length > 0 && (
        <select
          aria-label={`${value.addTopic}: ${label}`}
          value=""
          onChange={(event) => {
            const topic = event.currentTarget.value;
            event.currentTarget.value = '';
            if (topic) onChange(withTopic(values, topic, blank));
          }}
        >
          <option value="">{value.addTopic}</option>
          {free.map((topic) => (
            <option key={topic} value={topic}>
              {topicName(topic)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
};
