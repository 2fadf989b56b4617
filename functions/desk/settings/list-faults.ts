import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import { refusalOf } from '../calendars/refusal.ts';
import { calendarIdsOf } from '../promises/select-promise.ts';

/** Why a list cannot be saved: where (`2.calendarId`) and what to do. */
export type ListFault = { readonly path: string; readonly message: string };

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

export const twice = (items: readonly { readonly id: string }[]): readonly ListFault[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index
      ? [{ path: `${index}.id`, message: `"${id}" is there twice` }]
      : [],
  );

const without = (
  gone: readonly { readonly id: string }[],
  isKept: (id: string) => boolean,
  users: (id: string) => readonly string[],
): readonly ListFault[] =>
  gone.flatMap(({ id }) => {
    const [user] = isKept(id) ? [] : users(id);
    return user === undefined
      ? []
      : [{ path: '', message: `"${id}" cannot be taken away: ${user} still uses it` }];
  });

/** Topics are queues: which there are is deployed, what they are called and ask is edited. */
export const topicFaults = (topics: readonly Topic[], desk: Desk): readonly ListFault[] => [
  ...twice(topics),
  ...topics.flatMap((topic, index) => [
    ...(desk.deployedTopics.includes(topic.id)
      ? []
      : [{ path: `${index}.id`, message: `"${topic.id}" is not deployed (desk.config.ts)` }]),
    ...(desk.lines.some(({ id }) => id === topic.line)
      ? []
      : [{ path: `${index}.line`, message: `there is no line "${topic.line}"` }]),
    ...twice(topic.form).map(({ path, message }) => ({
      path: `${index}.form.${path}`,
      message,
    })),
  ]),
];

export const lineFaults = (lines: readonly Line[], desk: Desk): readonly ListFault[] => [
  ...(lines.length === 0 ? [{ path: '', message: 'a desk has one line at least' }] : []),
  ...twice(lines),
  ...lines.flatMap(({ calendarId }, index) =>
    desk.calendars.some(({ id }) => id === calendarId)
      ? []
      : [{ path: `${index}.calendarId`, message: `there is no calendar "${calendarId}"` }],
  ),
  ...without(
    desk.lines,
    (line) => lines.some(({ id }) => id === line),
    (line) =>
      desk.topics.filter((topic) => topic.line === line).map(({ id }) => `the topic "${id}"`),
  ),
];

export const calendarFaults = (
  calendars: readonly Calendar[],
  desk: Desk,
): readonly ListFault[] => [
  ...twice(calendars),
  ...calendars.flatMap((calendar, index) => {
    const message = refusalOf(calendar, desk.now);
    return message === undefined ? [] : [{ path: `${index}.weekdays`, message }];
  }),
  ...without(
    desk.calendars,
    (calendar) => calendars.some(({ id }) => id === calendar),
    (calendar) => [
      ...desk.lines
        .filter(({ calendarId }) => calendarId === calendar)
        .map(({ id }) => `the line "${id}"`),
      ...desk.promises
        .filter((promise) => calendarIdsOf(promise).includes(calendar))
        .map(({ name }) => `the promise "${name}"`),
    ],
  ),
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
    ...calendarIdsOf(promise)
      .filter((calendar) => !desk.calendars.some(({ id }) => id === calendar))
      .map((calendar) => ({
        path: `${index}.normal`,
        message: `there is no calendar "${calendar}"`,
      })),
    ...(promise.conditions.topics ?? [])
      .filter((topic) => !desk.deployedTopics.includes(topic) && !namedBefore(promise, topic, desk))
      .map((topic) => ({
        path: `${index}.conditions.topics`,
        message: `there is no topic "${topic}"`,
      })),
    ...(promise.conditions.lines ?? [])
      .filter((line) => !desk.lines.some(({ id }) => id === line))
      .map((line) => ({
        path: `${index}.conditions.lines`,
        message: `there is no line "${line}"`,
      })),
  ]),
];
