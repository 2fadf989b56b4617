/** Of product.md's desk: 160 tickets a person and day of eight hours. */
export const usualPerHour = 160 / 8;
/** Hours of one person's work that the usual pace counts as, until today tells more. */
const usualWeighs = 4;

type Today = {
  /** Tickets that people took today. */
  readonly taken: number;
  /** Hours that they were there for it, together. */
  readonly hours: number;
  /** More waits than people could begin with: what they took is what they can. */
  readonly isBacklog: boolean;
};

/**
 * Tickets a person answers in an hour, by how it goes today. While nobody waits people take as few as come, which says
 * nothing about how many they could: then a day slower than usual counts as a usual one.
 */
export const paceOf = ({ taken, hours, isBacklog }: Today): number => {
  const seen = (taken + usualPerHour * usualWeighs) / (hours + usualWeighs);
  return isBacklog ? seen : Math.max(seen, usualPerHour);
};
