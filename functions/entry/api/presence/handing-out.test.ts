import { expect, test } from 'vitest';
import type { Line } from '../../../../schemas/desk.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const olga = aStoredAgent();
const front: Line = {
  id: 'front',
  name: { en: 'Front' },
  // Hours that are gone close nobody.
  calendarId: 'always',
  work: 'push',
  capacity: { tickets: 1 },
};

const aDesk = (over: Partial<Line> = {}) => {
  const items = [{ ...front, ...over }];
  const api = anApi([olga], {
    desk: {
      load: async () => undefined,
      loadAll: async () => ({ lines: { items, version: 1 } }),
      save: async () => 'saved',
    },
    counters: {
      queues: async () => [
        { topic: 'payouts', active: 2, unassigned: 2, postponed: 0, breached: 0 },
      ],
    },
  });
  for (const number of [8, 7]) {
    const waitingSince = `2026-11-02T0${number}:00:00.000Z`;
    api.tickets.put(aTicket({ id: `tkt_${number}`, number, line: 'front', waitingSince }));
  }
  const say = (state: string) =>
    api.send({
      method: 'PUT',
      path: '/api/presence/me',
      body: { state },
      claims: claimsFor(olga),
    });
  const holders = async () =>
    Promise.all(
      [7, 8].map(async (number) => (await api.tickets.load(`tkt_${number}`))?.assigneeId),
    );
  return { say, holders };
};

test('who becomes available gets what waited longest, as much as fits', async () => {
  const { say, holders } = aDesk();

  expect((await say('available')).status).toBe(200);

  expect(await holders()).toEqual(['agt_olga', undefined]);
});

test.each([
  ['is busy', 'busy', {}],
  ['is of a line where people take the next ticket themselves', 'available', { work: 'pull' }],
] as const)('who %s gets nothing handed', async (_, state, over) => {
  const { say, holders } = aDesk(over);

  await say(state);

  expect(await holders()).toEqual([undefined, undefined]);
});
