import { describe, expect, test } from 'vitest';
import type { AgentLoad, Presence } from '../../schemas/presence.ts';
import type { TierPolicy } from '../../schemas/tier.ts';
import { aDesk } from '../../test/make/a-desk.ts';
import { aTicket } from '../../test/make/a-ticket.ts';
import { aStoredAgent } from '../../test/make/an-api.ts';
import { memoryAgents } from '../../test/make/memory-agents.ts';
import { memoryPresence } from '../../test/make/memory-presence.ts';
import { handOut } from './hand-out.ts';

/** A Monday in the managers' hours, and its night. */
const now = '2026-11-23T10:00:00.000Z';
const night = '2026-11-23T23:00:00.000Z';
const mary = aStoredAgent({
  id: 'agt_mary',
  email: 'mary@desk.example',
  name: 'Mary',
  lines: ['managers'],
  substituteId: 'agt_stan',
});
const stan = aStoredAgent({ id: 'agt_stan', email: 'stan@desk.example', name: 'Stan' });
const there = (agentId: string, state: Presence['state'] = 'available'): Presence => ({
  agentId,
  state,
  since: '2026-11-23T08:00:00.000Z',
  by: 'self',
  version: 1,
});
const full: AgentLoad = { agentId: 'agt_mary', tickets: 30, chats: 0, taken: 0, day: '2026-11-23' };
const vip: TierPolicy = {
  id: 'vip',
  name: { en: 'VIP' },
  manager: {
    present: { waitMinutes: 30, then: 'substitute' },
    busy: { waitMinutes: 0, then: 'substitute' },
    away: { waitMinutes: 5, then: 'line', line: 'second' },
    closed: { waitMinutes: 0, then: 'line', line: 'second' },
  },
};
const held = (until: string, then: object) => ({
  to: { agent: { id: 'agt_mary' }, why: 'manager', hold: { why: 'managed', until, then } },
});

type Set = {
  readonly people?: readonly Presence[];
  readonly loads?: readonly AgentLoad[];
  readonly at?: string;
  readonly managerId?: string;
  readonly tier?: string;
  readonly work?: 'push';
};

/** `reads`: how often the desk asked about people. */
const ask = async ({ people = [], loads = [], at = now, tier = 'vip', work, ...rest }: Set) => {
  const reads: string[] = [];
  const counting = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        reads.push(String(name));
        return Reflect.get(target, name) as unknown;
      },
    });
  const desk = aDesk({ tiers: [vip] });
  const lines = desk.lines.map((line) => ({
    ...line,
    capacity: { tickets: 30 },
    ...(work && { work }),
  }));
  const given = await handOut(
    {
      agents: counting(memoryAgents(mary, stan)),
      presence: counting(memoryPresence(...people)),
      work: async () => {
        reads.push('work');
        return { loads, isCounted: () => false };
      },
    },
    'managerId' in rest ? rest.managerId : 'agt_mary',
    { ticket: { ...aTicket({ tier }), line: 'front' }, desk: { ...desk, lines }, now: at },
  );
  return { given, reads };
};

describe('a new ticket of a customer with a personal manager', () => {
  test.each<[string, Set, object]>([
    [
      'is theirs for a while if they are there',
      { people: [there('agt_mary')] },
      held('2026-11-23T10:30:00.000Z', { agentId: 'agt_stan' }),
    ],
    [
      'is the substitute’s at once if they hold all they take on',
      { people: [there('agt_mary'), there('agt_stan')], loads: [full] },
      { to: { agent: { id: 'agt_stan' }, why: 'substitute' } },
    ],
    [
      'waits in the queue if the substitute is not there either',
      { people: [there('agt_mary', 'busy')] },
      {},
    ],
    [
      'goes on after minutes if they are away',
      { people: [there('agt_mary', 'away')] },
      held('2026-11-23T10:05:00.000Z', { line: 'second' }),
    ],
    [
      'is away, too, who never said anything',
      {},
      held('2026-11-23T10:05:00.000Z', { line: 'second' }),
    ],
    [
      'goes to the line of the policy outside their hours',
      { people: [there('agt_mary')], at: night },
      { line: 'second' },
    ],
    [
      'is handed out there, if that line hands out',
      {
        people: [there('agt_mary', 'busy'), there('agt_stan', 'away'), there('agt_none')],
        work: 'push',
      },
      {},
    ],
  ])('%s', async (_, set, expected) => {
    const { given } = await ask(set);

    expect(given).toMatchObject(expected);
    if (!('to' in expected)) expect(given.to).toBeUndefined();
  });

  test.each<[string, Set]>([
    ['has no manager', { managerId: undefined }],
    ['has a manager, but a standing without a policy', { tier: 'partner' }],
  ])('is nobody’s and reads nothing when the customer %s', async (_, set) => {
    expect(await ask({ people: [there('agt_mary')], ...set })).toEqual({ given: {}, reads: [] });
  });

  test('is like any other when the manager is gone', async () => {
    expect((await ask({ managerId: 'agt_gone' })).given).toEqual({});
  });
});
