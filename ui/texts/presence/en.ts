import type { PresenceTexts } from './presence-texts.ts';

const tickets = (n: number) => `${n} open ticket${n === 1 ? '' : 's'}`;

export const presence: PresenceTexts = {
  title: 'Do you take work?',
  titleOf: (name) => `Does ${name} take work?`,
  unknown: 'Presence',
  change: 'Change your presence',
  states: { available: 'Available', busy: 'Busy', away: 'Away', off: 'Off' },
  explained: {
    available: 'gets new tickets',
    busy: 'keeps what is held, gets nothing new',
    away: 'not at the desk for a while',
    off: 'not at work',
  },
  back: 'Back',
  until: {
    none: 'not known yet',
    quarter: 'in 15 minutes',
    half: 'in 30 minutes',
    hour: 'in an hour',
    shift: 'after this shift',
    custom: 'at another time',
  },
  custom: 'Back at',
  customPast: 'Choose a time to come.',
  untilMoment: (moment) => `until ${moment}`,
  sinceMoment: (moment) => `since ${moment}`,
  note: 'Note for colleagues',
  noteHint: 'lunch, doctor, training …',
  save: 'Save',
  cancel: 'Cancel',
  comeBack: 'Come back',
  begin: 'Start taking work',
  noneHeld: 'No open ticket is held: nothing changes hands.',
  held: (n) => `You hold ${tickets(n)}.`,
  heldBy: (name, n) => `${name} holds ${tickets(n)}.`,
  fate: {
    keep: 'They stay where they are.',
    'back at-once': 'They go back to their queues at once.',
    'back customer-writes': 'Each goes back to its queue when its customer writes.',
    'substitute at-once': 'They go to the substitute at once, or to their queues if there is none.',
    'substitute customer-writes':
      'Each goes to the substitute when its customer writes, or to its queue if there is none.',
  },
  fateOn: (line, fate) => `${line}: ${fate.slice(0, 1).toLowerCase()}${fate.slice(1)}`,
  protectedStay: 'Those of protected topics stay in any case.',
  given: (n) => `${tickets(n)} went back to the queue.`,
  kept: (n) => `${tickets(n)} stay${n === 1 ? 's' : ''} with you.`,
  keptBy: (name, n) => `${tickets(n)} stay${n === 1 ? 's' : ''} with ${name}.`,
  cause: {
    shift: 'by the shift',
    colleague: 'set by a colleague',
    silence: 'no screen was open',
  },
  changed: {
    shift: (state) => `Your shift changed, so you are: ${state}.`,
    colleague: (state) => `A colleague set your presence: ${state}.`,
    silence: (state) => `No screen of yours was open for a while, so you are: ${state}.`,
  },
};
