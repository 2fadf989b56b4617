import type { Line } from '../../../schemas/desk.ts';

type Words<K extends string> = Record<K, string>;

export const lines = {
  title: 'Lines',
  hint: 'People of one competence. A ticket goes to the cheapest line that can answer it and is open; of two that cost the same, to the upper one.',
  empty: 'There is no line. A desk needs one at least.',
  add: 'Add a line',
  newLine: 'New line',
  calendar: 'Hours',
  calendarsLink: 'Edit the hours',
  cost: 'What an hour costs',
  costHint: 'In any unit. Without it, as nothing: such lines are asked first.',
  work: 'How people get tickets',
  works: {
    pull: 'they take the next ticket',
    push: 'the desk hands tickets out',
  } satisfies Words<NonNullable<Line['work']>>,
  claimMinutes: 'A ticket left alone goes back after',
  claimHint:
    'Counted in the line’s hours, from taking it until something happens on it. Empty: never.',
  minutes: 'minutes',
  capacity: 'How much one person takes on',
  capacityHint: 'Empty: no limit.',
  perDay: 'Tickets in a day',
  tickets: 'Tickets at once',
  chats: 'Chats at once',
  chatsHint: 'Of these, where people wait for an answer: site chat and messengers.',
  skills: 'What it can answer',
  skillModes: {
    named: 'exactly the topics that name this line',
    chosen: 'what is chosen here',
  },
  namedBy: (topics: string) => `Now: ${topics}`,
  namedByNone: 'No topic names it now.',
  outside: 'While the line is closed',
  outsides: {
    wait: 'its tickets wait',
    overflow: 'its tickets go to a line that is open',
  } satisfies Words<NonNullable<Line['outside']>>,
  overflowTo: 'To this line',
  overflowAny: 'the next that can answer and is open',
  escalatesTo: 'Hard cases go to',
  nowhere: 'nowhere',
  absence: 'When somebody is away',
  absenceHint: 'What becomes of the tickets of somebody who is away or off.',
  gives: {
    back: 'tickets go back to the queue',
    substitute: 'tickets go to the substitute, else to the queue',
    keep: 'they keep what they hold',
  } satisfies Words<NonNullable<Line['absence']>['gives']>,
  when: 'When',
  whens: {
    'at-once': 'all at once',
    'customer-writes': 'each when its customer writes',
  } satisfies Words<NonNullable<Line['absence']>['when']>,
  onCall: 'On call',
  onCallHint: 'Told of alerts at any hour, the first first.',
  nobody: 'Nobody.',
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  noPeople: 'nobody works here yet',
  peopleLink: 'Say on the page of people who works here',
  limits: (perDay: number | undefined, tickets: number | undefined, chats: number | undefined) =>
    [
      perDay && `${perDay} a day`,
      tickets && `${tickets} at once`,
      chats && `${chats} chats at once`,
    ]
      .filter(Boolean)
      .join(', '),
  then: (name: string) => `hard cases to ${name}`,
  flows: (name: string) => `when closed to ${name}`,
};
export type LinesTexts = typeof lines;
