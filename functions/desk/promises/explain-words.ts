import type { Language, Priority } from '../../../schemas/primitives.ts';
import type { ClockKind, ProfileName } from '../../../schemas/promise.ts';

/** The moments and lengths of one instance, already written out for a reader. */
export interface Told {
  readonly kind: ClockKind;
  readonly start: string;
  readonly target: string;
  readonly due: string;
  readonly promise: string;
  readonly version: string;
  readonly profile: ProfileName;
  readonly priority: Priority;
  readonly calendars: string;
}

/** Sentences of one language. Times come in written out; the sentence decides only the words around them. */
export interface Wording {
  readonly locale: string;
  readonly units: {
    readonly d: string;
    readonly h: string;
    readonly min: string;
    readonly s: string;
  };
  readonly calendarTime: string;
  byCalendar(ref: string): string;
  due(told: Told): string;
  noDue(told: Told): string;
  terms(told: Told): string;
  paused(from: string, to: string): string;
  pausedSince(from: string): string;
  warned(at: string, point: string): string;
  breached(at: string, priority: Priority): string;
  met(at: string, left: string): string;
  metWhilePaused(at: string): string;
  missed(at: string, over: string): string;
  cancelled(at: string): string;
}

const kindsEn: Record<ClockKind, string> = {
  'first-reply': 'First reply',
  'next-reply': 'Next reply',
  resolution: 'Resolution',
  update: 'Update',
};

const english: Wording = {
  locale: 'en-GB',
  units: { d: 'd', h: 'h', min: 'min', s: 's' },
  calendarTime: 'around the clock',
  byCalendar: (ref) => `by calendar ${ref}`,
  due: (t) =>
    `${kindsEn[t.kind]}: the clock started on ${t.start}; ${t.target} makes it due on ${t.due}.`,
  noDue: (t) => `${kindsEn[t.kind]}: the clock started on ${t.start} with ${t.target} to run.`,
  terms: (t) =>
    `It follows promise “${t.promise}”, version ${t.version}, ${t.profile} profile, priority ${t.priority}, counted ${t.calendars}.`,
  paused: (from, to) => `It was paused from ${from} to ${to}.`,
  pausedSince: (from) => `It has been paused since ${from}.`,
  warned: (at, point) => `A warning (${point}) was given on ${at}.`,
  breached: (at, priority) => `It was breached on ${at}, with priority ${priority}.`,
  met: (at, left) => `It was met on ${at}, ${left} before due.`,
  metWhilePaused: (at) => `It was met on ${at}, while paused.`,
  missed: (at, over) => `It ended on ${at}, ${over} after due: missed.`,
  cancelled: (at) => `It was cancelled on ${at}: neither met nor missed.`,
};

const kindsRu: Record<ClockKind, string> = {
  'first-reply': 'Первый ответ',
  'next-reply': 'Следующий ответ',
  resolution: 'Решение',
  update: 'Новости по заявке',
};

const prioritiesRu: Record<Priority, string> = {
  low: 'низкий',
  normal: 'обычный',
  high: 'высокий',
  urgent: 'срочный',
};

const russian: Wording = {
  locale: 'ru-RU',
  units: { d: 'дн.', h: 'ч', min: 'мин', s: 'с' },
  calendarTime: 'круглосуточно',
  byCalendar: (ref) => `по календарю ${ref}`,
  due: (t) => `${kindsRu[t.kind]}: отсчёт начат ${t.start}; отведено ${t.target}, срок — ${t.due}.`,
  noDue: (t) => `${kindsRu[t.kind]}: отсчёт начат ${t.start}, отведено ${t.target}.`,
  terms: (t) =>
    `Действует обещание «${t.promise}», версия ${t.version}, профиль: ${t.profile === 'peak' ? 'пиковый' : 'обычный'}, приоритет: ${prioritiesRu[t.priority]}, время считается ${t.calendars}.`,
  paused: (from, to) => `Отсчёт стоял с ${from} до ${to}.`,
  pausedSince: (from) => `Отсчёт стоит с ${from}.`,
  warned: (at, point) => `Предупреждение (${point}): ${at}.`,
  breached: (at, priority) => `Срок нарушен ${at}, приоритет: ${prioritiesRu[priority]}.`,
  met: (at, left) => `Выполнено ${at}, за ${left} до срока.`,
  metWhilePaused: (at) => `Выполнено ${at}, пока отсчёт стоял.`,
  missed: (at, over) => `Завершено ${at}, на ${over} позже срока: обещание не сдержано.`,
  cancelled: (at) => `Отменено ${at}: ни сдержано, ни нарушено.`,
};

export const WORDINGS: Record<Language, Wording> = { en: english, ru: russian };
