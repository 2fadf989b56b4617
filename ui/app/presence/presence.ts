import type { Absence, Line } from '../../../schemas/desk.ts';
import type { PresenceState } from '../../../schemas/presence.ts';
import type { Colleague } from '../../state/team.ts';
import type { Fate, UntilChoice } from '../../texts/presence/presence-texts.ts';

/** From the one who takes work to the one who is gone. */
export const states: readonly PresenceState[] = ['available', 'busy', 'away', 'off'];

const minutes: Partial<Record<UntilChoice, number>> = { quarter: 15, half: 30, hour: 60 };

type Moments = {
  /** Epoch milliseconds. */
  now: number;
  /** When the shift changes, ISO 8601. */
  shiftEnd: string | undefined;
  /** As a field of kind `datetime-local` holds it. */
  custom: string;
};

/** The moment (ISO 8601, UTC) at which somebody is back; none if they do not know. */
export const untilOf = (
  choice: UntilChoice,
  { now, shiftEnd, custom }: Moments,
): string | undefined => {
  if (choice === 'shift') return shiftEnd;
  if (choice === 'custom') return custom ? new Date(custom).toISOString() : undefined;
  const length = minutes[choice];
  return length === undefined ? undefined : new Date(now + length * 60_000).toISOString();
};

/** Of a line that says nothing about it; as `functions/desk/presence/absence.ts` has it. */
const defaultAbsence: Absence = { gives: 'back', when: 'customer-writes' };

const fateOf = ({ absence = defaultAbsence }: Line): Fate =>
  absence.gives === 'keep' ? 'keep' : `${absence.gives} ${absence.when}`;

/**
 * What becomes of what somebody of these lines holds when they go to `state`: one fate if all lines agree
 * (`lines` is then empty), else each with the lines it is of.
 */
export const fatesOf = (
  lines: readonly Line[],
  state: PresenceState,
): readonly { fate: Fate; lines: readonly string[] }[] => {
  const byFate = new Map<Fate, string[]>();
  if (state === 'away' || state === 'off')
    for (const line of lines) {
      const fate = fateOf(line);
      byFate.set(fate, [...(byFate.get(fate) ?? []), line.id]);
    }
  const fates = [...byFate].map(([fate, of]) => ({ fate, lines: of }));
  if (fates.length === 0) return [{ fate: 'keep', lines: [] }];
  return fates.length === 1 ? fates.map(({ fate }) => ({ fate, lines: [] })) : fates;
};

/** Tickets taken today; the counter starts anew each day (UTC). */
export const takenToday = (load: Colleague['load'], now: number): number =>
  load && load.day === new Date(now).toISOString().slice(0, 10) ? load.taken : 0;

const compare = new Intl.Collator().compare;
const byState = (one: Colleague, other: Colleague) =>
  states.indexOf(one.state) - states.indexOf(other.state) || compare(one.name, other.name);

export type Filter = { line: string; text: string; isOnShift: boolean };

const matches = ({ name, isOnShift }: Colleague, filter: Filter): boolean =>
  (!filter.isOnShift || isOnShift) && name.toLowerCase().includes(filter.text.trim().toLowerCase());

/** The people of each line, those who take work first; who is of no line stands at the end under `''`. */
export const byLine = (
  people: readonly Colleague[],
  lines: readonly string[],
  filter: Filter,
): readonly { line: string; people: readonly Colleague[] }[] => {
  const shown = people.filter((person) => matches(person, filter)).toSorted(byState);
  const known = new Set(lines);
  const groups = [
    ...lines.map((line) => ({ line, people: shown.filter((one) => one.lines.includes(line)) })),
    { line: '', people: shown.filter((one) => !one.lines.some((line) => known.has(line))) },
  ];
  return groups.filter(
    (group) => group.people.length > 0 && (filter.line === '' || group.line === filter.line),
  );
};

/** How many people are in which state. */
export const countStates = (people: readonly Colleague[]): Record<PresenceState, number> => {
  const counts = { available: 0, busy: 0, away: 0, off: 0 };
  for (const { state } of people) counts[state]++;
  return counts;
};
