import type { Absence } from '../../../schemas/desk.ts';
import type { Presence, PresenceState } from '../../../schemas/presence.ts';

type Words<K extends string> = Record<K, string>;
type Say = (value: string) => string;
type Count = (n: number) => string;

/** What becomes of what somebody holds: `back at-once`. */
export type Fate = 'keep' | `${Exclude<Absence['gives'], 'keep'>} ${Absence['when']}`;

/** Until when somebody is away. */
export type UntilChoice = 'none' | 'quarter' | 'half' | 'hour' | 'shift' | 'custom';

/** Words about who takes work. */
export type PresenceTexts = Words<
  | 'title'
  | 'unknown'
  | 'change'
  | 'save'
  | 'cancel'
  | 'comeBack'
  | 'begin'
  | 'back'
  | 'custom'
  | 'customPast'
  | 'note'
  | 'noteHint'
  | 'protectedStay'
  | 'noneHeld'
> & {
  states: Words<PresenceState>;
  explained: Words<PresenceState>;
  until: Words<UntilChoice>;
  untilMoment: Say;
  sinceMoment: Say;
  titleOf: Say;
  held: Count;
  heldBy: (name: string, n: number) => string;
  fate: Words<Fate>;
  fateOn: (line: string, fate: string) => string;
  /** Said after the change. */
  given: Count;
  kept: Count;
  keptBy: (name: string, n: number) => string;
  /** How it came to be, when it was not oneself. */
  cause: Words<Exclude<Presence['by'], 'self'>>;
  /** Said when the desk changed it while one looks. */
  changed: Record<Exclude<Presence['by'], 'self'>, Say>;
};
