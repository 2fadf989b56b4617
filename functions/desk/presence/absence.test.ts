import { describe, expect, test } from 'vitest';
import type { Absence } from '../../../schemas/desk.ts';
import type { Presence, PresenceState } from '../../../schemas/presence.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { type Colleague, giveAway, onCustomerMessage, onLeaving } from './absence.ts';

const now = '2026-11-02T10:00:00.000Z';
const presence = (agentId: string, state: PresenceState): Presence => ({
  agentId,
  state,
  since: now,
  by: 'self',
  version: 1,
});
const olga = anAgent({ id: 'agt_olga', substituteId: 'agt_ivan' });
const ivan = anAgent({ id: 'agt_ivan', name: 'Ivan' });
const ticket = aTicket({ assigneeId: olga.id });

type Case = {
  state?: PresenceState | undefined;
  absence?: Absence;
  isProtected?: boolean;
  ivanIs?: PresenceState;
  active?: boolean;
};
const asked = ({ absence, isProtected, ivanIs = 'available' }: Case) => ({
  ticket,
  line: { ...(absence && { absence }) },
  topic: { ...(isProtected && { isProtected }) },
  colleague: (id: string): Colleague | undefined =>
    id === ivan.id ? { agent: ivan, presence: presence(id, ivanIs) } : undefined,
});
const writes = (story: Case) =>
  onCustomerMessage({
    ...asked(story),
    holder: {
      agent: { ...olga, active: story.active ?? true },
      presence: story.state && presence(olga.id, story.state),
    },
  });
const leaves = (story: Case) =>
  onLeaving({ ...asked(story), leaver: { ...olga, active: story.active ?? true } });

const substitute = { gives: 'substitute', when: 'customer-writes' } as const;
const atOnce = { gives: 'back', when: 'at-once' } as const;
const keep = { gives: 'keep', when: 'at-once' } as const;

describe('a customer who writes to somebody', () => {
  test.each<[string, Case, ReturnType<typeof writes>]>([
    ['who is there', { state: 'available' }, 'keep'],
    ['who is busy', { state: 'busy' }, 'keep'],
    ['who never said whether they are there', {}, 'keep'],
    ['who is away', { state: 'away' }, 'release'],
    ['who is off', { state: 'off' }, 'release'],
    ['who is off, of a line that keeps', { state: 'off', absence: keep }, 'keep'],
    ['who is off, about a protected topic', { state: 'off', isProtected: true }, 'keep'],
    [
      'who left the company, about a protected topic',
      { active: false, isProtected: true },
      'release',
    ],
    ['with a substitute', { state: 'off', absence: substitute }, { agentId: 'agt_ivan' }],
    [
      'whose substitute is away too',
      { state: 'off', absence: substitute, ivanIs: 'away' },
      'release',
    ],
    ['who should have given it at once', { state: 'off', absence: atOnce }, 'release'],
  ])('%s', (_, story, expected) => {
    expect(writes(story)).toEqual(expected);
  });

  test('on a ticket that nobody holds changes nothing', () => {
    const free = { ...asked({}), ticket: aTicket() };

    expect(onCustomerMessage({ ...free, holder: undefined })).toBe('keep');
  });
});

describe('somebody who leaves', () => {
  test.each<[string, Case, ReturnType<typeof leaves>]>([
    ['keeps what is given when the customer writes', {}, 'keep'],
    ['gives back what is given at once', { absence: atOnce }, 'release'],
    ['keeps what is protected', { absence: atOnce, isProtected: true }, 'keep'],
    ['of a line that keeps, keeps', { absence: keep }, 'keep'],
    ['for good keeps nothing', { active: false, absence: keep }, 'release'],
    ['for good keeps nothing that is protected', { active: false, isProtected: true }, 'release'],
    [
      'for good gives to the substitute',
      { active: false, absence: substitute },
      { agentId: 'agt_ivan' },
    ],
    [
      'gives to the substitute',
      { absence: { ...substitute, when: 'at-once' } },
      { agentId: 'agt_ivan' },
    ],
  ])('%s', (_, story, expected) => {
    expect(leaves(story)).toEqual(expected);
  });
});

describe('what is given', () => {
  const hold = { why: 'claimed', since: now, until: '2026-11-02T10:30:00.000Z' } as const;

  test('goes to its queue with the reason, and no lease runs on', () => {
    const change = giveAway({ ticket: { ...ticket, hold }, holder: olga, to: undefined, now });

    expect(change.ticket).toMatchObject({ assigneeId: undefined, hold: undefined });
    expect(change.entries).toMatchObject([
      { kind: 'released', data: { from: 'agt_olga', fromName: 'Olga', why: 'absence' } },
    ]);
  });

  test('goes to the substitute by name', () => {
    const change = giveAway({ ticket, holder: olga, to: ivan, now });

    expect(change.ticket.assigneeId).toBe('agt_ivan');
    expect(change.entries).toMatchObject([
      { kind: 'assigned', data: { to: 'agt_ivan', toName: 'Ivan', why: 'substitute' } },
    ]);
  });
});
