import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import { refusalOf } from '../calendars/refusal.ts';
import { calendarIdsOf } from '../promises/select-promise.ts';
import { faultAt, type ListFault, missing, twice, unnamed, without } from './fault.ts';

/** Everything a list may name, as it is now. */
export type Desk = {
  readonly deployedTopics: readonly string[];
  readonly topics: readonly Topic[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  /** Epoch seconds. */
  readonly now: number;
};

/** Topics are queues: which there are is deployed, what they are called and ask is edited. */
export const topicFaults = (topics: readonly Topic[], desk: Desk): readonly ListFault[] => [
  ...twice(topics),
  ...topics.flatMap(({ id, name, question, line, form }, index) => [
    ...unnamed(`${index}.name`, name),
    ...unnamed(`${index}.question`, question),
    ...(desk.deployedTopics.includes(id) ? [] : [faultAt(`${index}.id`, 'not-deployed', { id })]),
    ...missing(desk.lines, [`${index}.line`, 'no-line', line]),
    ...formFaults(form, `${index}.form`),
  ]),
];

const below = (at: string, faults: readonly ListFault[]): readonly ListFault[] =>
  faults.map((fault) => ({ ...fault, path: `${at}.${fault.path}` }));

const formFaults = (form: Topic['form'], at: string): readonly ListFault[] => [
  ...below(at, twice(form)),
  ...form.flatMap(({ kind, label, options = [] }, place) => [
    ...unnamed(`${at}.${place}.label`, label),
    ...options.flatMap((option, index) =>
      unnamed(`${at}.${place}.options.${index}.label`, option.label),
    ),
    ...below(`${at}.${place}.options`, twice(options)),
    ...(kind === 'choice' && options.length === 0
      ? [faultAt(`${at}.${place}.options`, 'no-choices')]
      : []),
  ]),
];

export const calendarFaults = (
  calendars: readonly Calendar[],
  desk: Desk,
): readonly ListFault[] => [
  ...twice(calendars),
  ...calendars.flatMap((calendar, index) => {
    const message = refusalOf(calendar, desk.now);
    const data = { name: calendar.name };
    return message === undefined
      ? []
      : [{ path: `${index}.weekdays`, message, code: 'never-open', data }];
  }),
  ...without(desk.calendars, calendars, (calendar) => [
    ...desk.lines
      .filter(({ calendarId }) => calendarId === calendar)
      .map(({ id }) => ({ kind: 'line', by: id })),
    ...desk.promises
      .filter((promise) => calendarIdsOf(promise).includes(calendar))
      .map(({ name }) => ({ kind: 'promise', by: name })),
  ]),
];

/** A topic that is no longer deployed, or that this desk never had, does no harm where it stands already. */
const namedBefore = ({ id }: ServicePromise, topic: string, { promises }: Desk): boolean =>
  promises.some((old) => old.id === id && old.conditions.topics?.includes(topic));

export const promiseFaults = (
  promises: readonly ServicePromise[],
  desk: Desk,
): readonly ListFault[] => [
  ...twice(promises),
  ...promises.flatMap((promise, index) => [
    ...calendarIdsOf(promise).flatMap((id) =>
      missing(desk.calendars, [`${index}.normal`, 'no-calendar', id]),
    ),
    ...(promise.conditions.topics ?? [])
      .filter((topic) => !desk.deployedTopics.includes(topic) && !namedBefore(promise, topic, desk))
      .map((id) => faultAt(`${index}.conditions.topics`, 'no-topic', { id })),
    ...(promise.conditions.lines ?? []).flatMap((id) =>
      missing(desk.lines, [`${index}.conditions.lines`, 'no-line', id]),
    ),
  ]),
];
