import type { Line } from '../../../schemas/desk.ts';

/** The line with one thing set, or taken away by `undefined`: what is absent has the default of the schema. */
export const withPart = <K extends keyof Line>(
  line: Line,
  name: K,
  value: Line[K] | undefined,
): Line => {
  const { [name]: _, ...others } = line;
  return (value === undefined ? others : { ...others, [name]: value }) as Line;
};

/** Capacity with one limit set or taken away; without any it is absent. */
export const withLimit = (
  line: Line,
  name: keyof NonNullable<Line['capacity']>,
  value: number | undefined,
): Line => {
  const { [name]: _, ...others } = line.capacity ?? {};
  const capacity = value === undefined ? others : { ...others, [name]: value };
  return withPart(line, 'capacity', Object.keys(capacity).length > 0 ? capacity : undefined);
};

/** Waiting goes nowhere: what was said of another line is forgotten with it. */
export const withOutside = (line: Line, outside: 'wait' | 'overflow'): Line =>
  outside === 'overflow'
    ? withPart(line, 'outside', 'overflow')
    : withPart(withPart(line, 'outside', undefined), 'overflowTo', undefined);

export const withAbsence = (
  line: Line,
  gives: 'back' | 'substitute' | 'keep',
  when: 'at-once' | 'customer-writes',
): Line => withPart(line, 'absence', gives === 'keep' ? undefined : { gives, when });
