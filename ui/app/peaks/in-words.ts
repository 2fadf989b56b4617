import type { Peak, PeakProposal } from '../../../schemas/peak.ts';
import { localeOf } from '../../parts/time.ts';
import { topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { factorsOf } from './peaks.ts';
import { zone } from './peaks-state.ts';
import { words } from './words.ts';

export const topicName = (topic: string): string =>
  topic === '*' ? words.value.everyTopic : (topicNames.value.get(topic) ?? topic);

const locale = () => localeOf(language.value, navigator.languages);

export const numberText = (value: number, digits = 1): string =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: digits }).format(value);

/** `Wed, 11 Nov, 00:00` by the desk's clock, the year where it is another. */
export const zonedText = (instant: string, now: number): string => {
  const isFar = Math.abs(Date.parse(instant) - now) > 300 * 86_400_000;
  return new Intl.DateTimeFormat(locale(), {
    timeZone: zone.value,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(isFar && { year: 'numeric' }),
  }).format(new Date(instant));
};

export const spanOf = ({ from, to }: Pick<Peak, 'from' | 'to'>, now: number): string =>
  `${zonedText(from, now)} – ${zonedText(to, now)}`;

/** `3.1 times the usual`, or by topic. */
export const factorsText = (factors: Peak['factors']): string => {
  const all = factorsOf(factors);
  const { value } = words;
  return all
    .map(([topic, factor]) =>
      topic === '*' && all.length === 1
        ? value.times(numberText(factor))
        : value.timesOn(topicName(topic), numberText(factor)),
    )
    .join(', ');
};

/** What else changes while a peak is on. */
export const changesText = (peak: Peak): string => {
  const { value } = words;
  return [
    peak.usesPeakPromises && value.peakPromises,
    peak.priorities && value.ownPriorities,
    peak.weights && value.ownWeights,
    peak.notice && value.ownNotice,
    peak.answers && value.ownAnswers(Object.keys(peak.answers).length),
  ]
    .filter(Boolean)
    .join(', ');
};

/** The day a year ago, which is such a proposal's name. */
const dayInYear = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? dayFormat(day, { day: 'numeric', month: 'short', year: 'numeric' })
    : day;

/** Why a peak is proposed. */
export const reasonText = ({ reason, factors, name }: PeakProposal): string =>
  words.value.reason[reason](factorsText(factors), dayInYear(name));

/** What a proposal is called; only announcements bring a name for people. */
export const proposalName = ({ reason, name }: PeakProposal): string => {
  if (reason === 'arrivals') return words.value.moreThanForecast;
  return reason === 'last-year' ? words.value.asLastYear(dayInYear(name)) : name;
};

const dayFormat = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `Wed, 11 Nov`; the day of a forecast is one of UTC. */
export const dayName = (day: string): string =>
  dayFormat(day, { weekday: 'short', day: 'numeric', month: 'short' });
export const shortDay = (day: string): string =>
  dayFormat(day, { weekday: 'narrow', day: 'numeric' });

export const hourName = (at: string): string =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: zone.value,
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));

export const percentText = (part: number): string =>
  new Intl.NumberFormat(language.value, { style: 'percent' }).format(part);
