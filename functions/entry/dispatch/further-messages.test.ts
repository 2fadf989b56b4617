import { describe, expect, test } from 'vitest';
import type { Absence, Line, Topic } from '../../../schemas/desk.ts';
import type { Presence } from '../../../schemas/presence.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { aDesk } from '../../../test/make/a-desk.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { aStoredAgent } from '../../../test/make/an-api.ts';
import { memoryAgents } from '../../../test/make/memory-agents.ts';
import { memoryFuses } from '../../../test/make/memory-fuses.ts';
import { memoryPresence } from '../../../test/make/memory-presence.ts';
import { memoryTickets } from '../../../test/make/memory-tickets.ts';
import { defaultTiers } from '../../desk/defaults/tiers.ts';
import type { DispatchDesk } from '../../desk/tickets/dispatch.ts';
import { loadLists } from '../desk-lists.ts';
import type { DispatchDeps } from './dispatch-deps.ts';
import { handleTopicJob } from './handle-topic-job.ts';

const now = '2026-11-02T10:00:00.000Z';
const olga = aStoredAgent({ substituteId: 'agt_ivan' });
const ivan = aStoredAgent({ id: 'agt_ivan', email: 'ivan@desk.example', name: 'Ivan' });
const there = (agentId: string, over: Partial<Presence> = {}): Presence => ({
  agentId,
  state: 'available',
  since: '2026-11-02T08:00:00.000Z',
  by: 'self',
  version: 1,
  ...over,
});
const away = there('agt_olga', { state: 'away' });

const aMessage = (number: number, over: Partial<Message> = {}): Message => ({
  type: 'message',
  id: `msg_000000000000000${number}`,
  ticketId: 'tkt_1042',
  direction: 'in',
  kind: 'customer',
  author: { kind: 'customer', name: 'Ann' },
  channel: 'mail',
  connectionId: 'support',
  text: 'And?',
  attachments: [],
  occurredAt: now,
  storedAt: now,
  flags: [],
  ...over,
});

/** Dispatched some time ago, in Olga's hands, and the customer writes again. */
const held: Partial<Ticket> = {
  line: 'front',
  assigneeId: 'agt_olga',
  clocks: { last: 0, status: 'open', priority: 'normal', running: [], past: [] } as never,
  acknowledgedAt: '2026-11-02T09:00:00.000Z',
  mayAcknowledge: false,
};

type Set = {
  readonly ticket?: Partial<Ticket>;
  readonly people?: readonly Presence[];
  readonly desk?: Partial<DispatchDesk>;
  readonly message?: Partial<Message>;
};
const aDispatch = ({ ticket = {}, people = [], desk = {}, message = {} }: Set) => {
  const tickets = memoryTickets();
  const first = aMessage(1, message);
  tickets.put(aTicket({ ...held, lastPublicId: first.id, ...ticket }), [first]);
  const reads: string[] = [];
  const presence = memoryPresence(...people);
  const deps: DispatchDeps = {
    tickets,
    agents: memoryAgents(olga, ivan),
    presence: {
      ...presence,
      load: async (id) => {
        reads.push(id);
        return presence.load(id);
      },
    },
    work: async () => ({ loads: [], isCounted: () => false }),
    fuses: memoryFuses(),
    unsubscribed: { has: async () => false },
    expect: async () => undefined,
    lists: async () => ({
      ...(await loadLists({ loadAll: async () => ({}) }, { topics: [], timeZone: 'UTC' })),
      ...aDesk(desk),
    }),
    settings: { name: 'Kopilka', language: 'en' },
    now: () => now,
  };
  const say = async (id = first.id) => {
    await handleTopicJob(deps)({ ticketId: 'tkt_1042', messageId: id });
    return (await tickets.load('tkt_1042')) ?? expect.fail();
  };
  const acknowledgements = () =>
    tickets
      .timeline('tkt_1042')
      .filter((entry): entry is Message => entry.type === 'message')
      .filter(({ kind }) => kind === 'acknowledgement');
  return { say, tickets, reads, acknowledgements };
};
const lineOf = (absence: Absence | undefined, over: Partial<Line> = {}) => ({
  lines: [{ id: 'front', name: { en: 'Front' }, calendarId: 'front', absence, ...over }],
});

describe('a further message on a ticket whose holder is away', () => {
  test.each<[string, Set, string | undefined]>([
    ['stays with who is there', { people: [there('agt_olga')] }, 'agt_olga'],
    ['stays where nobody said anything', {}, 'agt_olga'],
    ['goes back to the queue', { people: [away] }, undefined],
    [
      'goes to the substitute, if the line says so',
      {
        people: [away, there('agt_ivan')],
        desk: lineOf({ gives: 'substitute', when: 'customer-writes' }),
      },
      'agt_ivan',
    ],
    [
      'stays, if the line says so',
      { people: [away], desk: lineOf({ gives: 'keep', when: 'customer-writes' }) },
      'agt_olga',
    ],
    [
      'is handed to somebody who is there, if the line hands out',
      { people: [away, there('agt_ivan')], desk: lineOf(undefined, { work: 'push' }) },
      'agt_ivan',
    ],
  ])('%s', async (_, set, assigneeId) => {
    const { say, acknowledgements } = aDispatch(set);

    const ticket = await say();

    expect(ticket.assigneeId).toBe(assigneeId);
    expect(acknowledgements()).toEqual([]);
  });

  test('changes nothing when its job comes late: somebody has answered since', async () => {
    const { say } = aDispatch({ people: [away], ticket: { lastPublicId: 'msg_0000000000000009' } });

    expect(await say()).toMatchObject({ assigneeId: 'agt_olga', version: 1 });
  });

  test('is read up to one presence when the holder is there', async () => {
    const { say, reads } = aDispatch({ people: [there('agt_olga')] });

    await say();

    expect(reads).toEqual(['agt_olga']);
  });
});

describe('a further message on a protected ticket whose holder is away', () => {
  const topics = aDesk().topics.map((topic): Topic => ({ ...topic, isProtected: true }));

  test('stays, and is acknowledged once with the time to expect', async () => {
    const { say, acknowledgements } = aDispatch({ people: [away], desk: { topics } });

    await say();
    const ticket = await say();

    expect(ticket).toMatchObject({ assigneeId: 'agt_olga', version: 2 });
    expect(acknowledgements()).toMatchObject([
      { id: ticket.acknowledgementId, text: expect.stringContaining('You will have an answer') },
    ]);
    expect(ticket.expectedAt).toBeDefined();
  });

  test('is told no earlier time than the holder’s return', async () => {
    const until = '2026-11-05T09:00:00.000Z';
    const { say, acknowledgements } = aDispatch({
      people: [{ ...away, until }],
      desk: { topics },
    });

    const ticket = await say();

    expect(ticket.expectedAt).toBe('2026-11-05T10:00:00.000Z');
    expect(acknowledgements()[0]?.text).toContain('within 3 days');
  });

  test('is not acknowledged again within the hour', async () => {
    const { say, tickets, acknowledgements } = aDispatch({ people: [away], desk: { topics } });
    await say();
    const next = aMessage(2, { occurredAt: '2026-11-02T10:05:00.000Z' });
    const ticket = (await tickets.load('tkt_1042')) ?? expect.fail();
    tickets.put({ ...ticket, lastPublicId: next.id, version: 3 }, [next]);

    await say(next.id);

    expect(acknowledgements()).toHaveLength(1);
  });

  test.each<[string, Set]>([
    ['a robot wrote', { message: { kind: 'auto-reply' } }],
    ['nobody vouches for the sender', { message: { flags: ['sender-unverified'] } }],
    ['mail went to and fro too fast', { ticket: { mutedAt: now } }],
    ['the holder is there', { people: [there('agt_olga')] }],
  ])('is not acknowledged when %s', async (_, set) => {
    const { say, acknowledgements } = aDispatch({ people: [away], desk: { topics }, ...set });

    await say();

    expect(acknowledgements()).toEqual([]);
  });
});

test('a customer whose tier waits for the manager is acknowledged while the manager is away', async () => {
  const [vip] = defaultTiers;
  const wait = { waitMinutes: 0, then: 'wait' as const };
  const tiers = vip?.manager
    ? [{ ...vip, manager: { ...vip.manager, away: wait, closed: wait } }]
    : [];
  const { say, acknowledgements } = aDispatch({
    ticket: { tier: 'vip', managerId: 'agt_olga' },
    people: [away],
    desk: { tiers },
  });

  expect((await say()).assigneeId).toBe('agt_olga');
  expect(acknowledgements()).toHaveLength(1);
});

describe('a further message on a ticket that nobody holds', () => {
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const calendars = aDesk().calendars.map((one) =>
    one.id === 'front' ? { ...one, weekdays: closed } : one,
  );
  const lines: Line[] = [
    {
      id: 'front',
      name: { en: 'Front' },
      calendarId: 'front',
      outside: 'overflow',
      overflowTo: 'night',
    },
    { id: 'night', name: { en: 'Night' }, calendarId: 'always' },
  ];
  const free = { assigneeId: undefined };

  test.each<[string, Set, Partial<Ticket>, string | undefined]>([
    [
      'goes where somebody is by now',
      { ticket: { ...free, line: 'front' }, desk: { lines, calendars } },
      { line: 'night', lineReason: 'overflow' },
      'overflowed',
    ],
    [
      'comes home when its line is open again',
      { ticket: { ...free, line: 'night', lineReason: 'overflow' }, desk: { lines } },
      { line: 'front', lineReason: undefined },
      'returned',
    ],
    [
      'stays on a line that somebody chose',
      {
        ticket: { ...free, line: 'front', lineReason: 'agent' },
        desk: { lines, calendars },
      },
      { line: 'front', version: 1 },
      undefined,
    ],
    [
      'stays where settings alone would put it elsewhere',
      { ticket: { ...free, line: 'night' }, desk: { lines } },
      { line: 'night', version: 1 },
      undefined,
    ],
  ])('%s', async (_, set, expected, kind) => {
    const { say, tickets } = aDispatch(set);

    const ticket = await say();

    expect({ ...ticket }).toMatchObject(expected);
    expect(
      tickets.timeline('tkt_1042').flatMap((one) => (one.type === 'event' ? [one.kind] : [])),
    ).toEqual(kind === undefined ? [] : [kind]);
  });
});
