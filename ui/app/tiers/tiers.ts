import type { Fallback, ManagerCase, TierPolicy } from '../../../schemas/tier.ts';
import { freeId } from '../settings/free-id.ts';

export const managerCases: readonly ManagerCase[] = ['present', 'busy', 'away', 'closed'];

export const blankTier = (tiers: readonly TierPolicy[], name: string): TierPolicy => ({
  id: freeId(tiers, 'tier'),
  name: { en: name },
});

/** What happens with a personal manager until somebody says otherwise. */
export const firstCases: NonNullable<TierPolicy['manager']> = {
  present: { waitMinutes: 30, then: 'substitute' },
  busy: { waitMinutes: 15, then: 'substitute' },
  away: { waitMinutes: 5, then: 'substitute' },
  closed: { waitMinutes: 0, then: 'line' },
};

/** Only a line has a name. */
export const withThen = ({ waitMinutes, line }: Fallback, then: Fallback['then']): Fallback => ({
  waitMinutes,
  then,
  ...(then === 'line' && line !== undefined && { line }),
});

type CaseWords = {
  wait: string;
  atOnce: (where: string) => string;
  after: (span: string, where: string) => string;
  substitute: string;
  ownLine: string;
  line: (name: string) => string;
};
type Names = { span: (minutes: number) => string; line: (id: string) => string };

/** What will happen in a case, in a sentence. */
export const caseText = (
  { waitMinutes, then, line }: Fallback,
  words: CaseWords,
  names: Names,
): string => {
  if (then === 'wait') return words.wait;
  const toLine = line === undefined ? words.ownLine : words.line(names.line(line));
  const where = then === 'substitute' ? words.substitute : toLine;
  return waitMinutes === 0 ? words.atOnce(where) : words.after(names.span(waitMinutes), where);
};
