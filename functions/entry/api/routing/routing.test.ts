import { describe, expect, it } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const admin = aStoredAgent({ role: 'admin' });
const opened = (number: number, text: string) => ({
  ticket: aTicket({ id: `tkt_${number}`, number, subject: text }),
  first: messageFrom(anInbound({ text, subject: text }), {
    ticketId: `tkt_${number}`,
    kind: 'customer',
    now: '2026-11-02T09:00:01.000Z',
  }),
});
const newest = [opened(3, 'A bug in the app'), opened(2, 'My payout'), opened(1, 'A blank page')];
const api = anApi([admin], {
  archive: {
    opened: async (id) => newest.find(({ ticket }) => ticket.id === id),
    newest: async (count) => newest.slice(0, count),
  },
});
const ask = (path: string, body: unknown) =>
  api.send({ method: 'POST', path: `/api/routing/${path}`, claims: claimsFor(admin), body });

const blankPages = {
  mode: 'first',
  rules: [
    {
      id: 'blank',
      name: 'Blank pages',
      all: [{ field: 'words', any: ['blank'] }],
      actions: { topic: 'payouts', priority: 'high' },
    },
  ],
};

describe('trying rules out', () => {
  it('tells where a written message would go, and asks every rule', async () => {
    const message = { connectionId: 'support', body: 'It is blank again' };

    const { status, body } = await ask('try', { message, rules: blankPages });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      topic: 'payouts',
      reason: { rule: 'rule', detail: 'Blank pages' },
      actions: { priority: 'high' },
      path: [{ rule: 'blank', matched: true, because: ['words:blank'] }],
    });
  });

  it('takes what opened a ticket as the sample, and the rules in force', async () => {
    const { body } = await ask('try', { message: { ticketId: 'tkt_2' } });

    expect(body).toMatchObject({ topic: 'payouts', reason: { rule: 'keyword' }, path: [] });
  });

  it('knows no ticket that is not there', async () => {
    expect((await ask('try', { message: { ticketId: 'tkt_99' } })).status).toBe(404);
  });

  it('says what changed rules would move, and how full each topic would be', async () => {
    const { body } = await ask('run', { rules: blankPages });

    expect(body).toMatchObject({
      looked: 3,
      movedCount: 1,
      moved: [{ ticketId: 'tkt_1', from: 'bug', to: 'payouts', reason: { detail: 'Blank pages' } }],
    });
    expect(body['topics']).toContainEqual({ topic: 'payouts', before: 1, after: 2 });
  });

  it('refuses a pattern that is none, and says where', async () => {
    const rules = {
      mode: 'first',
      rules: [
        {
          id: 'broken',
          name: 'Broken',
          all: [{ field: 'pattern', pattern: '[' }],
          actions: { topic: 'bug' },
        },
      ],
    };

    const { status, body } = await ask('run', { rules });

    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path: 'items.rules.0' }]);
  });
});
