import { describe, expect, it } from 'vitest';
import type { Suppressed } from '../../../../schemas/suppressed.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import type { DeskLists, StoredList } from '../../../desk/settings-stores.ts';
import type { SuppressionList } from './suppression.ts';

const lena = aStoredAgent({ id: 'agt_lena', role: 'admin', name: 'Lena' });
const asLena = { claims: claimsFor(lena) };

/** The stored list of blocked senders; `before` runs once before a save. */
const aDeskList = (before: (put: (pattern: string) => void) => void = () => undefined) => {
  let stored: StoredList<DeskLists['blocked']> | undefined;
  let interfere: typeof before | undefined = before;
  const put = (pattern: string) => {
    const entry = {
      pattern,
      byId: lena.id,
      byName: 'Lena',
      at: '2026-11-02T09:00:00.000Z',
      reason: '',
    };
    stored = { version: (stored?.version ?? 0) + 1, items: [entry, ...(stored?.items ?? [])] };
  };
  const desk = {
    loadAll: async () => ({}),
    load: async <K extends keyof DeskLists>(list: K) =>
      list === 'blocked' ? (stored as StoredList<DeskLists[K]> | undefined) : undefined,
    save: async <K extends keyof DeskLists>(_: K, items: DeskLists[K], expects: number) => {
      interfere?.(put);
      interfere = undefined;
      if ((stored?.version ?? 0) !== expects) return 'stale' as const;
      stored = { version: expects + 1, items: items as DeskLists['blocked'] };
      return 'saved' as const;
    },
  };
  return desk;
};

describe('the quarantine', () => {
  it('lists what is held apart of every topic, with the reason', async () => {
    const api = anApi([lena]);
    api.tickets.put(aTicket({ id: 'tkt_1', number: 1, topic: 'payouts' }));
    api.tickets.put(
      aTicket({ id: 'tkt_2', number: 2, topic: 'bug', status: 'spam', held: 'virus' }),
    );

    const { status, body } = await api.send({ method: 'GET', path: '/api/quarantine', ...asLena });

    expect([status, body['items']]).toMatchObject([200, [{ id: 'tkt_2', held: 'virus' }]]);
  });
});

describe('blocking a sender', () => {
  const post = (api: ReturnType<typeof anApi>, body: object) =>
    api.send({ method: 'POST', path: '/api/blocked-senders', body, ...asLena });

  it('says who did it, when and why, whatever the case it was typed in', async () => {
    const api = anApi([lena], { desk: aDeskList() });

    await post(api, { pattern: ' Kim@Example.NET ', reason: 'Sells watches' });
    const { body } = await api.send({ method: 'GET', path: '/api/blocked-senders', ...asLena });

    expect(body['blocked']).toEqual([
      {
        pattern: 'kim@example.net',
        byId: 'agt_lena',
        byName: 'Lena',
        at: api.now,
        reason: 'Sells watches',
      },
    ]);
  });

  it('keeps what a colleague blocked in the same moment', async () => {
    const api = anApi([lena], { desk: aDeskList((put) => put('@other.example')) });

    const { body } = await post(api, { pattern: '@example.net' });

    expect(body['blocked']).toMatchObject([
      { pattern: '@example.net' },
      { pattern: '@other.example' },
    ]);
  });

  it('is taken back', async () => {
    const api = anApi([lena], { desk: aDeskList() });
    await post(api, { pattern: '@example.net' });

    const path = `/api/blocked-senders/${encodeURIComponent('@example.net')}`;
    const { status, body } = await api.send({ method: 'DELETE', path, ...asLena });

    expect([status, body['blocked']]).toEqual([200, []]);
  });

  it.each(['example.net', 'kim@', '@net', 'kim@@example.net', 'a b@example.net', '@gmail.com'])(
    'refuses %s',
    async (pattern) => {
      const { status } = await post(anApi([lena], { desk: aDeskList() }), { pattern });

      expect(status).toBe(400);
    },
  );
});

describe('the suppression list', () => {
  const aList = (): SuppressionList & { readonly kept: Map<string, Suppressed['reason']> } => {
    const kept = new Map<string, Suppressed['reason']>([['kim@example.net', 'bounce']]);
    return {
      kept,
      list: async (cursor) => ({
        suppressed: [...kept].map(([address, reason]) => ({
          address,
          reason,
          at: '2026-11-02T09:00:00.000Z',
        })),
        ...(cursor === undefined && { cursor: 'next' }),
      }),
      put: async (address, reason) => void kept.set(address, reason),
      remove: async (address) => kept.delete(address),
    };
  };

  it('is shown page by page', async () => {
    const api = anApi([lena], { suppression: aList() });

    const { body } = await api.send({ method: 'GET', path: '/api/suppressed', ...asLena });

    expect(body).toMatchObject({
      suppressed: [{ address: 'kim@example.net', reason: 'bounce' }],
      cursor: 'next',
    });
  });

  it('takes an address and lets it go again', async () => {
    const suppression = aList();
    const api = anApi([lena], { suppression });
    const remove = (address: string) =>
      api.send({
        method: 'DELETE',
        path: `/api/suppressed/${encodeURIComponent(address)}`,
        ...asLena,
      });

    await api.send({
      method: 'POST',
      path: '/api/suppressed',
      body: { address: 'bo@example.net' },
      ...asLena,
    });
    const gone = await remove('kim@example.net');
    const again = await remove('kim@example.net');

    expect([...suppression.kept]).toEqual([['bo@example.net', 'complaint']]);
    expect([gone.body, again.body]).toEqual([{ wasListed: true }, { wasListed: false }]);
  });
});
