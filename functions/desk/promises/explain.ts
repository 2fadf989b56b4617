import type { ClockInstance } from '../../../schemas/clock.ts';
import type { Language } from '../../../schemas/primitives.ts';
import { type Told, WORDINGS, type Wording } from './explain-words.ts';

export interface Reader {
  readonly language: Language;
  /** The zone in which the reader thinks: the calendar's, or the agent's. */
  readonly timeZone: string;
}

/** `5400` → `1 h 30 min`. Days only for whole days of calendar time, because a working day is not 24 hours. */
function lengthOf(seconds: number, words: Wording, isCalendarTime: boolean): string {
  const { d, h, min, s } = words.units;
  if (isCalendarTime && seconds % 86_400 === 0 && seconds > 86_400)
    return `${seconds / 86_400} ${d}`;
  const parts = [
    [Math.floor(seconds / 3600), h],
    [Math.floor((seconds % 3600) / 60), min],
    [seconds % 60, s],
  ] as const;
  const written = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`);
  return written.length > 0 ? written.join(' ') : `0 ${s}`;
}

function momentsIn({ timeZone }: Reader, words: Wording): (iso: string) => string {
  const date = new Intl.DateTimeFormat(words.locale, { timeZone, dateStyle: 'medium' });
  const exact = new Intl.DateTimeFormat(words.locale, { timeZone, timeStyle: 'medium' });
  return (iso) =>
    `${date.format(Date.parse(iso))}, ${exact.format(Date.parse(iso)).replace(/:00$/, '')}`;
}

function apart(a: string, b: string): number {
  return Math.abs(Math.round((Date.parse(a) - Date.parse(b)) / 1000));
}

function ending(
  instance: ClockInstance,
  words: Wording,
  moment: (iso: string) => string,
): string[] {
  const { endedAt, dueAt, state } = instance;
  if (!endedAt) return [];
  const at = moment(endedAt);
  if (state === 'cancelled') return [words.cancelled(at)];
  if (!dueAt) return [words.metWhilePaused(at)];
  const length = lengthOf(apart(endedAt, dueAt), words, false);
  return [state === 'met' ? words.met(at, length) : words.missed(at, length)];
}

function explainOne(instance: ClockInstance, reader: Reader): string[] {
  const words = WORDINGS[reader.language];
  const moment = momentsIn(reader, words);
  const [promise = '', version = ''] = instance.promise.split('@');
  const isCalendarTime = instance.calendars.every((ref) => ref === '24x7');
  const told: Told = {
    kind: instance.kind,
    start: moment(instance.startedAt),
    target: lengthOf(instance.targetSeconds, words, isCalendarTime),
    due: instance.dueAt ? moment(instance.dueAt) : '',
    promise,
    version,
    profile: instance.profile,
    priority: instance.priority,
    calendars: instance.calendars
      .map((ref) => (ref === '24x7' ? words.calendarTime : words.byCalendar(ref)))
      .join(' → '),
  };
  return [
    instance.dueAt ? words.due(told) : words.noDue(told),
    words.terms(told),
    ...instance.pauses.map((p) =>
      p.to ? words.paused(moment(p.from), moment(p.to)) : words.pausedSince(moment(p.from)),
    ),
    ...instance.warnedAt.map((w) => words.warned(moment(w.at), w.point)),
    ...(instance.breachedAt
      ? [words.breached(moment(instance.breachedAt), instance.priority)]
      : []),
    ...ending(instance, words, moment),
  ];
}

/** Sentences about every instance, in their order: what was promised, what happened to it, how it ended (rule 18). */
export function explain(instances: readonly ClockInstance[], reader: Reader): string[] {
  return instances.flatMap((instance) => explainOne(instance, reader));
}
