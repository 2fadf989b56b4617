import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';
import type { PersonalWay, PlaceWay } from './recipients.ts';

/** Whom an alert is for, as its timeline entry carries it. */
export type Addressed = {
  /** Ids of agents. */
  readonly screen: readonly string[];
  readonly mail: readonly string[];
  readonly places: readonly PlaceWay[];
};

export const nobody: Addressed = { screen: [], mail: [], places: [] };

export const isSomebody = ({ screen, mail, places }: Addressed): boolean =>
  screen.length + mail.length + places.length > 0;

/** An entry's data are plain values: lists are words with blanks between them. */
export const addressedData = (addressed: Addressed): TicketEvent['data'] => ({
  screen: addressed.screen.join(' '),
  mail: addressed.mail.join(' '),
  places: addressed.places.join(' '),
});

export const addressedOf = ({ data }: Pick<TicketEvent, 'data'>): Addressed => {
  const words = (name: keyof Addressed) =>
    String(data[name] ?? '')
      .split(' ')
      .filter(Boolean);
  const places = words('places').filter((way): way is PlaceWay => isPlace(way));
  return { screen: words('screen'), mail: words('mail'), places };
};

const isPlace = (way: string) => way === 'webhook' || way === 'slack' || way === 'telegram';

export const alertKinds = ['warned', 'breached', 'reminded', 'muted'] as const;
export type AlertEvent = TicketEvent & { readonly kind: (typeof alertKinds)[number] };

/**
 * An entry that has to be told to somebody: a warning, breach or reminder that names whom, or that robots were muted.
 * Warnings and breaches that name nobody are told by the clock, which knows the ladder.
 */
export const isToBeTold = (entry: TimelineEntry): entry is AlertEvent =>
  entry.type === 'event' &&
  (entry.kind === 'muted' ||
    ((entry.kind === 'warned' || entry.kind === 'breached' || entry.kind === 'reminded') &&
      isSomebody(addressedOf(entry))));

/** Adds ways to people; who was told by a way already is not told again. */
export const address = (
  told: Addressed,
  more: {
    readonly people: readonly string[];
    readonly by: readonly PersonalWay[];
    readonly places: readonly PlaceWay[];
  },
): Addressed => {
  const fresh = <Word extends string>(words: readonly Word[], known: readonly Word[]) =>
    [...new Set(words)].filter((word) => !known.includes(word));
  return {
    screen: more.by.includes('screen') ? fresh(more.people, told.screen) : [],
    mail: more.by.includes('mail') ? fresh(more.people, told.mail) : [],
    places: fresh(more.places, told.places),
  };
};

export const together = (a: Addressed, b: Addressed): Addressed => ({
  screen: [...a.screen, ...b.screen],
  mail: [...a.mail, ...b.mail],
  places: [...a.places, ...b.places],
});
