import type { Peak, PeakProposal } from '../../../schemas/peak.ts';

const day = 86_400_000;
/** How far the timeline looks ahead, days. */
export const horizon = 60;

/** The end that counts: an earlier one by hand, or the planned one. Epoch milliseconds. */
const endOf = ({ to, endedAt }: Peak): number =>
  Math.min(Date.parse(to), endedAt ? Date.parse(endedAt) : Infinity);

export const stateOf = (peak: Peak, now: number): 'now' | 'next' | 'over' =>
  endOf(peak) <= now ? 'over' : Date.parse(peak.from) <= now ? 'now' : 'next';

/** Ids are names for machines; a new one is free among the others. */
export const freeId = (wanted: string, taken: readonly { id: string }[]): string => {
  const base =
    wanted
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 30)
      .replace(/-+$/, '') || 'peak';
  const first = base.length < 2 ? `${base}-peak` : base;
  const known = new Set(taken.map(({ id }) => id));
  let id = first;
  for (let n = 2; known.has(id); n++) id = `${first}-${n}`;
  return id;
};

/** A day's peak that begins tomorrow at midnight of `zoneDay`, the beginning of a day. */
export const blankPeak = (
  peaks: readonly Peak[],
  { name, from }: { name: string; from: string },
): Peak => ({
  id: freeId('peak', peaks),
  name,
  kind: 'planned',
  from,
  to: new Date(Date.parse(from) + day).toISOString(),
  factors: { '*': 2 },
  usesPeakPromises: true,
});

export const peakOf = (proposal: PeakProposal, peaks: readonly Peak[]): Peak => ({
  id: freeId(proposal.name, peaks),
  name: proposal.name,
  kind: 'planned',
  from: proposal.from,
  to: proposal.to,
  factors: proposal.factors,
  usesPeakPromises: true,
});

export type Bar = {
  peak: Peak;
  lane: number;
  left: number;
  width: number;
  /** The name stands before the bar where there is more room than behind it. */
  isNameBefore: boolean;
};

/**
 * Where peaks of the next days lie on a line of 100 units, each with its name in the first lane where it hits no
 * other. The narrowest is a unit wide, or it would not be seen; `letter` is about the width of one of the name.
 */
export const barsOf = (
  peaks: readonly Peak[],
  { now, letter }: { now: number; letter: number },
): readonly Bar[] => {
  const length = horizon * day;
  const ends: number[] = [];
  return peaks
    .filter((peak) => stateOf(peak, now) !== 'over' && Date.parse(peak.from) < now + length)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map((peak) => {
      const left = (Math.max(0, Date.parse(peak.from) - now) / length) * 100;
      const right = (Math.min(length, endOf(peak) - now) / length) * 100;
      const width = Math.min(Math.max(1, right - left), 100 - left);
      const name = (shortName(peak).length + 2) * letter;
      const isNameBefore = left + width + name > 100 && left > 100 - left - width;
      const begin = isNameBefore ? left - name : left;
      const free = ends.findIndex((end) => end <= begin);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = left + width + (isNameBefore ? 0 : name);
      return { peak, lane, left, width, isNameBefore };
    });
};

/** Letters of a name on the timeline. */
const most = 22;
export const shortName = ({ name }: Peak): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;

/** What is being edited, with what was declared or ended meanwhile: saving it over must not take that back. */
export const withNow = (edited: readonly Peak[], saved: readonly Peak[]): Peak[] => {
  const ended = new Map(saved.flatMap(({ id, endedAt }) => (endedAt ? [[id, endedAt]] : [])));
  const known = new Set(edited.map(({ id }) => id));
  return [
    ...edited.map((peak) => {
      const endedAt = ended.get(peak.id);
      return endedAt ? { ...peak, endedAt } : peak;
    }),
    ...saved.filter(({ id, kind }) => kind === 'declared' && !known.has(id)),
  ];
};

/** What is said of a peak's factors, the one for every topic first: `[*, 2]`. */
export const factorsOf = (factors: Peak['factors']): readonly (readonly [string, number])[] =>
  Object.entries(factors).toSorted(([one], [other]) =>
    one === '*' ? -1 : other === '*' ? 1 : one.localeCompare(other),
  );

/** The value of one topic put, or (undefined) taken out; an empty record is none. */
export const withTopic = <V>(
  record: Readonly<Record<string, V>> | undefined,
  topic: string,
  value: V | undefined,
): Record<string, V> | undefined => {
  const { [topic]: _, ...others } = record ?? {};
  const next = value === undefined ? others : { ...record, [topic]: value };
  return Object.keys(next).length > 0 ? next : undefined;
};
