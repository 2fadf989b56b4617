import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../schemas/desk.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { memoryPresence } from '../../../../test/make/memory-presence.ts';
import { defaultLines } from '../../../desk/defaults/lines.ts';
import type { StoredAgent } from '../../../desk/people-stores.ts';

const olga = aStoredAgent({ substituteId: 'agt_ivan' });
const ivan = aStoredAgent({ id: 'agt_ivan', email: 'ivan@desk.example', name: 'Ivan' });
const lena = aStoredAgent({
  id: 'agt_lena',
  email: 'lena@desk.example',
  name: 'Lena',
  role: 'lead',
});

const aDesk = (absence?: Line['absence']) => {
  const items = defaultLines.map((line) => ({ ...line, ...(absence && { absence }) }));
  const presence = memoryPresence();
  const api = anApi([olga, ivan, lena], {
    presence,
    desk: {
      load: async () => undefined,
      loadAll: async () => ({ lines: { items, version: 1 } }),
      save: async () => 'saved',
    },
  });
  const hold = (number: number, over: Partial<ReturnType<typeof aTicket>> = {}) =>
    api.tickets.put(
      aTicket({ id: `tkt_${number}`, number, line: 'front', assigneeId: olga.id, ...over }),
    );
  const put = (agent: StoredAgent, path: string, body: object) =>
    api.send({ method: 'PUT', path: `/api/presence/${path}`, body, claims: claimsFor(agent) });
  const holderOf = async (number: number) => (await api.tickets.load(`tkt_${number}`))?.assigneeId;
  return { ...api, presence, hold, put, holderOf };
};

describe('the team', () => {
  test('is shown with hours and loads, who never said anything as off', async () => {
    const desk = aDesk();
    await desk.put(olga, 'me', { state: 'busy', until: '2026-11-02T11:00:00.000Z', note: 'audit' });

    const { body } = await desk.send({
      method: 'GET',
      path: '/api/presence',
      claims: claimsFor(ivan),
    });

    expect(body['people']).toMatchObject([
      { name: 'Ivan', state: 'off', isOnShift: true, load: { tickets: 0, taken: 0 } },
      { name: 'Lena', state: 'off' },
      { name: 'Olga', state: 'busy', by: 'self', until: '2026-11-02T11:00:00.000Z', note: 'audit' },
    ]);
  });
});

describe('somebody who goes away', () => {
  test('keeps what they hold until the customer writes, if their line says nothing', async () => {
    const desk = aDesk();
    for (const number of [1, 2]) desk.hold(number);

    const { body } = await desk.put(olga, 'me', { state: 'away' });

    expect(body).toMatchObject({ presence: { state: 'away' }, given: 0, kept: 2 });
    expect(await desk.holderOf(1)).toBe('agt_olga');
  });

  test('gives back at once what their line wants back', async () => {
    const desk = aDesk({ gives: 'back', when: 'at-once' });
    for (const number of [1, 2, 3]) desk.hold(number);
    desk.hold(4, { status: 'waiting' });

    const { body } = await desk.put(olga, 'me', { state: 'off' });

    expect(body).toMatchObject({ given: 3, kept: 0 });
    expect(await desk.holderOf(1)).toBeUndefined();
    expect(await desk.holderOf(4)).toBe('agt_olga');
    expect(desk.tickets.timeline('tkt_1')).toMatchObject([
      { kind: 'released', by: { id: 'agt_olga' }, data: { why: 'absence' } },
    ]);
  });

  test('gives to the substitute who is there', async () => {
    const desk = aDesk({ gives: 'substitute', when: 'at-once' });
    desk.hold(1);
    await desk.put(ivan, 'me', { state: 'available' });

    await desk.put(olga, 'me', { state: 'away' });

    expect(await desk.holderOf(1)).toBe('agt_ivan');
  });

  test('is not asked for a moment that is past', async () => {
    const answer = await aDesk().put(olga, 'me', {
      state: 'away',
      until: '2026-11-02T09:59:00.000Z',
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'presence.until' } });
  });
});

describe('a lead', () => {
  test('says it for a colleague, on record', async () => {
    const desk = aDesk();

    const { status } = await desk.put(lena, 'agt_olga', { state: 'off', note: 'ill' });

    expect(status).toBe(200);
    expect(await desk.presence.load('agt_olga')).toMatchObject({
      state: 'off',
      by: 'colleague',
    });
    expect(desk.presence.onRecord).toMatchObject([
      { action: 'presence.changed', target: 'agt_olga', by: { id: 'agt_lena' } },
    ]);
  });

  test('is needed for it', async () => {
    expect((await aDesk().put(ivan, 'agt_olga', { state: 'off' })).status).toBe(403);
  });
});
