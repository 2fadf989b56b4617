import { describe, expect, test } from 'vitest';
import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import type { AgentLoad } from '../../../schemas/presence.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import type { QueueCount } from '../stores.ts';
import { type Asking, fits, linesNow, queuesOf, reachedOn } from './takeable.ts';

const now = '2026-11-02T10:00:00.000Z';
const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const aCalendar = (id: string, mon: { opens: string; closes: string }[]): Calendar => ({
  id,
  version: 1,
  name: id,
  timeZone: 'UTC',
  weekdays: { ...never, mon },
  holidays: [],
});
const calendars = [
  aCalendar('day', [{ opens: '09:00', closes: '17:00' }]),
  aCalendar('evening', [{ opens: '17:00', closes: '22:00' }]),
];
const aLine = (id: string, over: Partial<Line> = {}): Line => ({
  id,
  name: { en: id },
  calendarId: 'day',
  ...over,
});
const aTopic = (id: string, line: string): Topic => ({
  id,
  name: { en: id },
  question: { en: id },
  line,
  keywords: [],
  form: [],
  isPublic: true,
});
const front = aLine('front');
const second = aLine('second', { calendarId: 'evening' });
const asking = (
  over: Partial<Agent>,
  more: Partial<Asking> & { load?: Partial<AgentLoad> } = {},
): Asking => {
  const { load, ...rest } = more;
  const agent = anAgent(over);
  const loads = load
    ? [{ agentId: agent.id, tickets: 0, chats: 0, taken: 0, day: '2026-11-02', ...load }]
    : [];
  return {
    agent,
    desk: {
      lines: [front, second],
      topics: [aTopic('payouts', 'front'), aTopic('bug', 'second')],
      calendars,
    },
    work: { loads, isCounted: () => false },
    presence: undefined,
    now,
    ...rest,
  };
};
const idsOf = (lines: readonly Line[]) => lines.map(({ id }) => id);

describe('lines whose work somebody may take now', () => {
  test.each<[string, Asking, string[]]>([
    ['are their own that are open', asking({ lines: ['front', 'second'] }), ['front']],
    ['are none while theirs is closed', asking({ lines: ['second'] }), []],
    [
      'are closed ones, too, in a shift of their own',
      asking({ lines: ['second'], shiftId: 'day' }),
      ['second'],
    ],
    ['but not outside that shift', asking({ lines: ['second'], shiftId: 'gone-home' }), []],
    [
      'are closed ones, too, of a topic they name',
      asking({ lines: ['second'] }, { topics: ['bug'] }),
      ['second'],
    ],
    ['are all for somebody without lines', asking({ lines: [] }), ['front', 'second']],
  ])('%s', (_, ask, expected) => {
    expect(idsOf(linesNow(ask))).toEqual(expected);
  });
});

describe('queues', () => {
  const counts: readonly QueueCount[] = [
    {
      topic: 'payouts',
      active: 9,
      unassigned: 7,
      postponed: 0,
      breached: 0,
      byLine: { front: 5, second: 2 },
    },
  ];

  test('are counted by what lies on one’s lines', () => {
    expect(queuesOf(counts, [front], asking({}))).toMatchObject([{ unassigned: 5 }]);
  });

  test('hold also topics of other lines that were passed on to one’s own', () => {
    expect(queuesOf(counts, [second], asking({}))).toMatchObject([
      { topic: 'payouts', unassigned: 2 },
      { topic: 'bug', unassigned: 0 },
    ]);
  });

  test('are those one may see and asked for', () => {
    const limited = asking({ scope: { topics: ['bug'] } });

    expect(queuesOf(counts, [front, second], limited).map(({ topic }) => topic)).toEqual(['bug']);
    expect(queuesOf(counts, [front, second], asking({}, { topics: ['bug'] }))).toHaveLength(1);
  });
});

describe('a ticket', () => {
  const mine = [front];

  test.each<[string, ReturnType<typeof aTicket>, Asking, boolean | 'chats']>([
    ['on one’s line', aTicket({ line: 'front' }), asking({}), true],
    ['that dispatch has not reached', aTicket(), asking({}), true],
    ['passed on to another line', aTicket({ line: 'second' }), asking({}), false],
    ['of a colleague', aTicket({ assigneeId: 'agt_ann' }), asking({}), false],
    ['outside one’s scope', aTicket(), asking({ scope: { topics: ['bug'] } }), false],
    [
      'in a language one does not speak',
      aTicket({ language: 'ru' }),
      asking({ skills: { languages: { en: 3 } } }),
      false,
    ],
    [
      'of a customer above one’s level',
      aTicket({ tier: 'vip' }),
      asking({ skills: { tiers: { standard: 1 } } }),
      false,
    ],
    [
      'of a customer of one’s level',
      aTicket(),
      asking({ skills: { tiers: { standard: 1 } } }),
      true,
    ],
  ])('%s: %s', (_, ticket, ask, expected) => {
    expect(fits(ticket, mine, ask)).toBe(expected);
  });

  test('that is one chat too many is told apart', () => {
    const line = aLine('front', { capacity: { chats: 2 } });
    const ask = asking({}, { load: { tickets: 3, chats: 2 } });
    const full = { ...ask, desk: { ...ask.desk, lines: [line] } };

    expect(fits(aTicket({ channel: 'chat' }), [line], full)).toBe('chats');
    expect(fits(aTicket({ channel: 'mail' }), [line], full)).toBe(true);
  });
});

describe('capacity', () => {
  const line = aLine('front', { capacity: { perDay: 160, tickets: 10 } });
  const reached = (load: Partial<AgentLoad>) => {
    const ask = asking({}, { load });
    return reachedOn(line, { ...ask, desk: { ...ask.desk, lines: [line] } });
  };

  test.each([
    [{ taken: 159, tickets: 9 }, undefined],
    [{ taken: 160 }, 'perDay'],
    [{ taken: 160, day: '2026-11-01' }, undefined],
    [{ tickets: 10 }, 'tickets'],
  ] as const)('of %o is reached by %s', (load, expected) => {
    expect(reached(load)).toBe(expected);
  });
});
