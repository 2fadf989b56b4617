import { beforeEach, describe, expect, test } from 'vitest';
import { defaultLines } from '../../functions/desk/defaults/lines.ts';
import type { StoredAgent } from '../../functions/desk/people-stores.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { presenceStore } from '../../functions/dynamo/presence.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { Absence } from '../../schemas/desk.ts';
import type { Presence } from '../../schemas/presence.ts';
import { anApi, aStoredAgent, claimsFor } from '../make/an-api.ts';
import { aClock } from './a-clock.ts';
import { aTable, type TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

/** Monday; managers work nine to six. */
const at = (time: string) => `2026-11-02T${time}:00.000Z`;
const olga = aStoredAgent({ lines: ['managers'] });

let table: TestTable;
let presence: ReturnType<typeof presenceStore>;
let tickets: ReturnType<typeof ticketStore>;
let sweepAt: ReturnType<typeof aClock>;
beforeEach(async () => {
  table = await aTable();
  presence = presenceStore(table);
  tickets = ticketStore(table);
  sweepAt = aClock(table);
  await agentStore(table).save(olga, 'new');
});

const isThere = (over: Partial<Presence> = {}) =>
  presence.save(
    { agentId: olga.id, state: 'available', since: at('10:00'), by: 'self', version: 1, ...over },
    0,
  );
const opensScreen = () =>
  connectionStore(table).put({ connectionId: 'c1=', agentId: olga.id, connectedAt: at('10:00') });
const state = async () => (await presence.load(olga.id))?.state;
const givesAtOnce = (absence: Absence) =>
  deskStore(table).save(
    'lines',
    defaultLines.map((line) => ({ ...line, absence })),
    0,
  );
const holds = async (...numbers: readonly number[]) => {
  const ticket = { assigneeId: olga.id, line: 'managers' };
  for (const number of numbers) await tickets.saveIntake(aFirstMessage({ number, ticket }));
};
const holderOf = async (number: number) => (await tickets.load(`tkt_${number}`))?.assigneeId;

describe('the clock', () => {
  test('sends home at the end of hours, once', async () => {
    await isThere();
    await opensScreen();

    await sweepAt(at('17:59'));
    expect(await state()).toBe('available');
    await Promise.all([sweepAt(at('18:00')), sweepAt(at('18:00'))]);

    expect(await presence.load(olga.id)).toMatchObject({ state: 'off', by: 'shift', version: 2 });
  });

  test('counts ten minutes without a screen as away, and a screen as being back', async () => {
    await isThere();

    for (const time of ['10:01', '10:05', '10:10']) await sweepAt(at(time));
    expect(await state()).toBe('available');
    await sweepAt(at('10:11'));
    expect(await state()).toBe('away');
    await opensScreen();
    await sweepAt(at('10:12'));

    expect(await state()).toBe('available');
  });

  test('takes nothing from who is only silent', async () => {
    await givesAtOnce({ gives: 'back', when: 'at-once' });
    await holds(1);
    await isThere({ seenAt: at('10:00') });

    await sweepAt(at('10:30'));

    expect(await presence.load(olga.id)).toMatchObject({ state: 'away', by: 'silence' });
    expect(await holderOf(1)).toBe(olga.id);
  });

  test('gives at the end of hours what the line gives at once', async () => {
    await givesAtOnce({ gives: 'back', when: 'at-once' });
    await holds(1, 2);
    await isThere();
    await opensScreen();

    await sweepAt(at('18:00'));

    expect([await holderOf(1), await holderOf(2)]).toEqual([undefined, undefined]);
    expect(await presence.load(olga.id)).not.toHaveProperty('gives');
  });
});

describe('somebody’s leaving that dies between two tickets', () => {
  const anApiThatDiesAfter = (saves: number) => {
    let left = saves;
    return anApi([], {
      agents: agentStore(table),
      desk: deskStore(table),
      presence,
      tickets: {
        ...tickets,
        save: async (change) => {
          left -= 1;
          if (left < 0) throw new Error('the process is gone');
          return tickets.save(change);
        },
      },
    });
  };
  const leave = (api: ReturnType<typeof anApi>, agent: StoredAgent) =>
    api.send({
      method: 'PUT',
      path: '/api/presence/me',
      body: { state: 'off' },
      claims: claimsFor(agent),
    });

  test('is finished by the clock, each ticket once', async () => {
    await givesAtOnce({ gives: 'back', when: 'at-once' });
    await holds(1, 2, 3, 4);

    const { status } = await leave(anApiThatDiesAfter(2), olga);
    const held = await Promise.all([1, 2, 3, 4].map(holderOf));
    await sweepAt(at('10:01'));
    await sweepAt(at('10:02'));

    expect(status).toBe(500);
    expect(held).toContain(olga.id);
    expect(await Promise.all([1, 2, 3, 4].map(holderOf))).toEqual(Array(4).fill(undefined));
    for (const number of [1, 2, 3, 4]) {
      const loaded = await tickets.loadWithTimeline(`tkt_${number}`, { limit: 10 });
      const kinds = loaded?.entries.flatMap((entry) => (entry.type === 'event' ? entry.kind : []));
      expect(kinds).toEqual(['released']);
    }
    expect(await presence.load(olga.id)).not.toHaveProperty('gives');
  });

  test('gives nothing more of who is back', async () => {
    await givesAtOnce({ gives: 'back', when: 'at-once' });
    await holds(1, 2);
    const api = anApiThatDiesAfter(1);

    await leave(api, olga);
    await api.send({
      method: 'PUT',
      path: '/api/presence/me',
      body: { state: 'available' },
      claims: claimsFor(olga),
    });
    await sweepAt(at('10:02'));

    const held = await Promise.all([1, 2].map(holderOf));
    expect(held).toContain(olga.id);
  });
});
