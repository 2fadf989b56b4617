import { describe, expect, test } from 'vitest';
import type { Agent } from '../../../schemas/agent.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { defaultTopics } from '../defaults/topics.ts';
import { defaultCalendars } from '../promises/defaults.ts';
import { choosePerson, type Staff } from './choose-person.ts';
import { reserve, workloadOf } from './workload.ts';

/** A Monday in the hours of every line of a new desk. */
const now = '2026-11-23T10:00:00.000Z';
const front: Line = {
  id: 'front',
  name: { en: 'Front' },
  calendarId: 'front',
  work: 'push',
  capacity: { tickets: 10, chats: 2, perDay: 160 },
};
const second: Line = { id: 'second', name: { en: 'Second' }, calendarId: 'second' };
// Hours that are gone close nobody.
const always: Line = { id: 'always', name: { en: 'Always' }, calendarId: 'gone' };
const desk = {
  topics: defaultTopics,
  lines: [front, second],
  calendars: defaultCalendars('UTC'),
};
const ticket = {
  id: 'tkt_7',
  topic: 'payouts',
  channel: 'mail',
  language: 'en',
  line: 'front',
  version: 1,
} as const;

const there = (agentId: string, over: Partial<Presence> = {}): Presence => ({
  agentId,
  state: 'available',
  since: '2026-11-23T08:00:00.000Z',
  by: 'self',
  version: 1,
  ...over,
});
const holding = (agentId: string, over: Partial<AgentLoad> = {}): AgentLoad => ({
  agentId,
  tickets: 0,
  chats: 0,
  taken: 0,
  day: '2026-11-23',
  ...over,
});
const at = (secondsAgo: number) => new Date(Date.parse(now) - secondsAgo * 1000).toISOString();
const given = (ticketId: string, secondsAgo: number, channel: 'mail' | 'chat' = 'mail') => ({
  ticketId,
  version: 2,
  channel,
  at: at(secondsAgo),
});

type One = { agent?: Partial<Agent>; presence?: Partial<Presence>; load?: Partial<AgentLoad> };
const staffOf = (people: Readonly<Record<string, One>>): Staff => ({
  agents: Object.entries(people).map(([id, { agent }]) => anAgent({ id, ...agent })),
  presences: Object.entries(people).map(([id, { presence }]) => there(id, presence)),
  work: {
    loads: Object.entries(people).map(([id, { load }]) => holding(id, load)),
    isCounted: ({ ticketId }) => ticketId === 'tkt_counted',
  },
});
const choose = (people: Readonly<Record<string, One>>, over: object = {}) =>
  choosePerson({ ticket: { ...ticket, ...over }, desk, staff: staffOf(people), now })?.agent.id;

describe('a ticket of a line that hands out', () => {
  test.each<[string, Readonly<Record<string, One>>]>([
    ['holds least', { agt_olga: { load: { tickets: 3 } }, agt_best: { load: { tickets: 2 } } }],
    [
      'holds least, with what was handed out a moment ago',
      { agt_olga: { presence: { pushed: [given('tkt_1', 30)] } }, agt_best: {} },
    ],
    [
      'was given something longest ago',
      {
        agt_olga: { presence: { pushed: [given('tkt_1', 300)] } },
        agt_best: { presence: { pushed: [given('tkt_2', 900)] } },
      },
    ],
    [
      'was never given anything',
      { agt_olga: { presence: { pushed: [given('tkt_1', 300)] } }, agt_best: {} },
    ],
    [
      'serves all lines',
      { agt_olga: { agent: { lines: ['second'] } }, agt_best: { agent: { lines: [] } } },
    ],
  ])('goes to the one who %s', (_, people) => {
    expect(choose(people)).toBe('agt_best');
  });

  test.each<[string, One]>([
    ['is busy', { presence: { state: 'busy' } }],
    ['is away', { presence: { state: 'away' } }],
    ['is off', { presence: { state: 'off' } }],
    ['no longer works here', { agent: { active: false } }],
    ['is of another line', { agent: { lines: ['second'] } }],
    ['does not know the topic', { agent: { skills: { topics: { bug: 5 } } } }],
    ['does not speak the language', { agent: { skills: { languages: { ru: 5 } } } }],
    ['may not see the topic', { agent: { scope: { topics: ['bug'] } } }],
    ['holds all they take on', { load: { tickets: 10 } }],
    ['took all they take in a day', { load: { taken: 160 } }],
    [
      'has the last place reserved',
      { load: { tickets: 9 }, presence: { pushed: [given('tkt_1', 119)] } },
    ],
    ['works while another line of theirs is open', { agent: { lines: ['front', 'always'] } }],
    ['has a shift that is over', { agent: { shiftId: 'night' } }],
  ])('goes to nobody who %s', (_, one) => {
    const night = { ...desk.calendars[0], id: 'night', weekdays: closed };
    const calendars = [...desk.calendars, night as (typeof desk.calendars)[number]];
    const staff = staffOf({ agt_olga: one });
    const isOther = one.agent?.lines?.includes('always') === true;
    const lines = [isOther ? { ...front, calendarId: 'night' } : front, second, always];

    expect(
      choosePerson({ ticket, desk: { ...desk, lines, calendars }, staff, now }),
    ).toBeUndefined();
  });

  test.each<[string, One]>([
    [
      'a place is reserved no longer',
      { load: { tickets: 9 }, presence: { pushed: [given('tkt_1', 120)] } },
    ],
    [
      'what is reserved is in the counters already',
      { load: { tickets: 9 }, presence: { pushed: [given('tkt_counted', 5)] } },
    ],
    ['yesterday’s work is not today’s', { load: { taken: 160, day: '2026-11-22' } }],
    ['chats are full and it is a mail', { load: { chats: 2, tickets: 2 } }],
  ])('fits when %s', (_, one) => {
    expect(choose({ agt_olga: one })).toBe('agt_olga');
  });

  test('is a chat only for whom another chat fits', () => {
    const people = {
      agt_olga: {
        load: { chats: 1, tickets: 1 },
        presence: { pushed: [given('tkt_1', 5, 'chat')] },
      },
      agt_ivan: { load: { chats: 1, tickets: 9 } },
    };

    expect(choose(people, { channel: 'chat' })).toBe('agt_ivan');
    expect(choose(people)).toBe('agt_olga');
  });

  test('goes again to whom an earlier try reserved it', () => {
    const staff = staffOf({
      agt_olga: {},
      agt_ivan: { presence: { pushed: [given('tkt_7', 20)] } },
    });

    const chosen = choosePerson({ ticket, desk, staff, now });

    expect(chosen).toMatchObject({ agent: { id: 'agt_ivan' }, isReserved: true });
  });

  test('goes to somebody else than who let it lie, and back to them if there is nobody', () => {
    const busy = { load: { tickets: 8 } };
    const passedOver = ['agt_olga'];
    const ask = (people: Readonly<Record<string, One>>) =>
      choosePerson({ ticket, desk, staff: staffOf(people), passedOver, now })?.agent.id;

    expect(ask({ agt_olga: {}, agt_ivan: busy })).toBe('agt_ivan');
    expect(ask({ agt_olga: {} })).toBe('agt_olga');
  });
});

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

describe('a reservation', () => {
  test('takes one place for two minutes, however often it is made', () => {
    const isCounted = () => false;
    const wanted = { id: 'tkt_7', channel: 'chat', version: 1 } as const;
    const once = reserve({ presence: there('agt_olga'), isCounted }, wanted, now);
    const again = reserve({ presence: once, isCounted }, wanted, now);
    const later = new Date(Date.parse(now) + 120_000).toISOString();

    expect(again.version).toBe(3);
    expect(workloadOf({ presence: again, isCounted }, now)).toEqual({
      tickets: 1,
      chats: 1,
      perDay: 1,
    });
    expect(workloadOf({ presence: again, isCounted }, later)).toEqual({
      tickets: 0,
      chats: 0,
      perDay: 0,
    });
  });
});
