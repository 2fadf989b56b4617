import type { RoutingActions, RoutingCondition } from '../../../schemas/routing.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { timeOf } from '../settings/moved.ts';
import {
  colleagueOptions,
  connectionOptions,
  lineOptions,
  nameIn,
  topicOptions,
} from '../settings/options.ts';
import { words } from './words.ts';

/** 1 is Monday, as the first of January 2024 was. */
const dayName = (day: number): string =>
  new Intl.DateTimeFormat(language.value, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  );
export const dayOptions = (): readonly (readonly [number, string])[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => [day, dayName(day)]);

const valuesOf = (condition: RoutingCondition): string => {
  const { where, languages, anyFile, filledIn } = words.value;
  switch (condition.field) {
    case 'channel':
      return condition.in.map((channel) => texts.value.channel[channel]).join(', ');
    case 'connection':
      return condition.in.map((id) => nameIn(connectionOptions(), id)).join(', ');
    case 'form':
      return condition.in.map((id) => nameIn(topicOptions(), id)).join(', ');
    case 'language':
      return condition.in.map((one) => languages[one]).join(', ');
    case 'words':
      return `${condition.any.join(', ')} (${where[condition.where]})`;
    case 'pattern':
      return `${condition.pattern} (${where[condition.where]})`;
    case 'attachment':
      return condition.any.join(', ') || anyFile;
    case 'time': {
      const { days, from, to, zone } = condition;
      return `${days.map(dayName).join(', ')} ${timeOf(from)}–${timeOf(to)} (${zone})`;
    }
    case 'custom':
      return `${condition.id}: ${condition.in.join(', ') || filledIn}`;
    default:
      return condition.in.join(', ');
  }
};

/** `Channel: E-mail, Telegram`. */
export const conditionText = (condition: RoutingCondition): string =>
  `${words.value.fields[condition.field]}: ${valuesOf(condition)}`;

const actionValue = (name: keyof RoutingActions, actions: RoutingActions): string => {
  const value = actions[name];
  if (name === 'topic') return nameIn(topicOptions(), String(value));
  if (name === 'line') return nameIn(lineOptions(), String(value));
  if (name === 'assigneeId') return nameIn(colleagueOptions(), String(value));
  if (actions.priority && name === 'priority') return texts.value.priority[actions.priority];
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const actionNames = [
  'topic',
  'priority',
  'tier',
  'tags',
  'line',
  'assigneeId',
  'reason',
  'spam',
] as const satisfies readonly (keyof RoutingActions)[];

/** What a rule does, one text for each action. */
export const actionTexts = (actions: RoutingActions): readonly string[] =>
  actionNames
    .filter((name) => actions[name] !== undefined && actions[name] !== false)
    .map((name) => {
      const label = words.value.actions[name];
      return name === 'spam' ? label : `${label}: ${actionValue(name, actions)}`;
    });
