import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../schemas/timeline.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const admin = aStoredAgent({ id: 'agt_mary', email: 'mary@desk.example', role: 'admin' });
const ticket = aTicket();
const question = messageFrom(anInbound(), {
  ticketId: ticket.id,
  kind: 'customer',
  now: ticket.createdAt,
});
const anApiWith = (over: Partial<Message> = {}) => {
  const api = anApi([admin]);
  api.tickets.put(ticket, [{ ...question, ...over }]);
  return api;
};
const get = (path: string) => ({ method: 'GET', path, claims: claimsFor(admin) });
const onMessage = (what: string) =>
  get(
    `/api/tickets/${ticket.id}/messages/${question.id}/${what}?occurredAt=${question.occurredAt}`,
  );

describe('a ticket', () => {
  test('comes with its customer and timeline, without storage keys', async () => {
    const file = {
      name: 'a.png',
      type: 'image/png',
      size: 1,
      sha256: 'a'.repeat(64),
      key: 'files/secret',
      kind: 'regular',
    } as const;
    const api = anApiWith({ rawKey: 'mail/secret', attachments: [file] });

    const { status, body } = await api.send(get(`/api/tickets/${ticket.id}`));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ticket: { id: ticket.id },
      customer: { name: 'Ann Lee' },
      entries: [{ id: question.id, hasRaw: true, isCut: false, attachments: [{ name: 'a.png' }] }],
    });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  test('that does not exist is a problem', async () => {
    expect(await anApiWith().send(get('/api/tickets/tkt_9'))).toMatchObject({
      status: 404,
      body: { code: 'ticket.missing' },
    });
  });
});

describe('a message’s body', () => {
  test('comes from the bucket when it did not fit', async () => {
    const api = anApiWith({ bodyKey: 'bodies/x', text: 'First wo' });
    await api.files.put(
      'bodies/x',
      JSON.stringify({ text: 'First words and all others' }),
      'application/json',
    );

    expect((await api.send(onMessage('body'))).body).toEqual({
      text: 'First words and all others',
    });
  });

  test('is told as missing when the bucket lost it', async () => {
    expect((await anApiWith({ bodyKey: 'bodies/x' }).send(onMessage('body'))).body).toMatchObject({
      code: 'body.missing',
    });
  });
});

describe('a message’s bytes as received', () => {
  test('are linked for download under the message’s name', async () => {
    const answer = await anApiWith({ rawKey: 'mail/abc' }).send(onMessage('raw'));

    const url = decodeURIComponent(String(answer.body['url']));
    expect(url).toContain('https://raw.example/mail/abc');
    expect(url).toContain(`attachment; filename="${question.id}.eml"`);
  });

  test('are missing for what never was a mail', async () => {
    expect((await anApiWith().send(onMessage('raw'))).body).toMatchObject({ code: 'raw.missing' });
  });
});

describe('a topic’s queue', () => {
  test('is shown with its backlog, paused or not', async () => {
    const queues = async () => [
      { topic: 'bug', active: 3, unassigned: 2, postponed: 1, breached: 0 },
    ];
    const api = anApi([admin], { counters: { queues } });

    const paused = await api.send({
      method: 'POST',
      path: '/api/queues/bug/pause',
      body: { isPaused: true },
      claims: claimsFor(admin),
    });
    const { body } = await api.send(get('/api/queues'));

    expect(paused.body).toMatchObject({ queue: { topic: 'bug', active: 3, isPaused: true } });
    expect(body).toMatchObject({
      queues: [
        { topic: 'payouts', active: 0, isPaused: false },
        { topic: 'bug', active: 3, isPaused: true },
      ],
    });
  });
});

describe('what a screen needs to name things', () => {
  test('lists deployed topics, lines and colleagues, no credentials', async () => {
    const { body } = await anApiWith().send(get('/api/desk'));

    expect(body).toMatchObject({
      name: 'Kopilka',
      topics: [{ id: 'payouts' }, { id: 'bug' }],
      colleagues: [{ id: 'agt_mary', name: 'Olga', active: true }],
    });
  });

  test('gives the push address a token', async () => {
    const { body } = await anApiWith().send({
      method: 'POST',
      path: '/api/push',
      body: {},
      claims: claimsFor(admin),
    });

    expect(String(body['url'])).toMatch(/^wss:\/\/push\.example\/push\?token=[\w-]+\.[\w-]+$/);
  });
});
