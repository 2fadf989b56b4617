import { describe, expect, test } from 'vitest';
import { aPortal, portalNow } from '../../../test/make/a-portal.ts';

const request = (over: object = {}) => ({
  method: 'POST',
  path: '/portal/requests',
  body: {
    submissionId: 'b3b1f8a2-6c0e-4b0a-9a55-1d2f3c4b5a69',
    topic: 'other',
    email: 'Ann@Customer.example',
    text: 'Hello',
    language: 'en',
    ...over,
  },
});

describe('the public form', () => {
  test('is described before anybody signs in', async () => {
    const { status, body } = await aPortal().send({ method: 'GET', path: '/portal/config' });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Kopilka',
      languages: ['en', 'ru'],
      signIn: { issuer: 'https://issuer.example', clientId: 'desk' },
      expected: { other: { en: '8 hours' } },
    });
    expect(body.topics.map((topic: { id: string }) => topic.id)).toEqual([
      'confirmation',
      'other',
      'bug',
    ]);
  });

  test('hands a request to intake before it answers', async () => {
    const portal = aPortal();

    const answer = await portal.send(request());

    expect(answer).toEqual({ status: 202, body: { accepted: true } });
    expect(portal.queued()).toMatchObject([
      {
        kind: 'form',
        connectionId: 'site',
        email: 'ann@customer.example',
        receivedAt: portalNow,
        topic: 'other',
      },
    ]);
  });

  test('does not say accepted when the queue did not take it', async () => {
    const portal = aPortal({
      enqueue: async () => {
        throw new Error('queue is away');
      },
    });

    expect((await portal.send(request())).status).toBe(500);
  });

  test('lets a robot believe that it was heard', async () => {
    const portal = aPortal();

    const answer = await portal.send(request({ website: 'https://spam.example' }));

    expect(answer.status).toBe(202);
    expect(portal.queue).toEqual([]);
  });

  test('asks for the topic’s own fields', async () => {
    const { status, body } = await aPortal().send(request({ topic: 'bug', fields: {} }));

    expect(status).toBe(400);
    expect(body.code).toBe('fields.invalid');
    expect(body.errors.length).toBeGreaterThan(0);
  });

  test('takes only topics that are offered', async () => {
    expect((await aPortal().send(request({ topic: 'payouts' }))).body).toMatchObject({
      code: 'topic.missing',
    });
  });

  test('leaves out fields that the topic does not ask for', async () => {
    const portal = aPortal();

    await portal.send(request({ fields: { 'something-else': 'x' } }));

    expect(portal.queued()[0]?.fields).toEqual({});
  });

  test('stops one address after ten requests an hour', async () => {
    const portal = aPortal();
    for (let sent = 0; sent < 10; sent += 1) await portal.send(request());

    expect((await portal.send(request())).status).toBe(429);
  });

  test('takes a file that was granted here', async () => {
    const portal = aPortal();
    const file = { name: 'screen.png', type: 'image/png', size: 3 };
    const { body } = await portal.send({ method: 'POST', path: '/portal/uploads', body: file });
    await portal.files.put(new URL(body.url).pathname.slice(1), 'png', file.type);

    await portal.send(request({ attachments: [body.grant] }));

    expect(portal.queued()[0]?.attachments).toMatchObject([{ name: 'screen.png', size: 3 }]);
  });

  test('keeps of a file’s name what is no path and no disguise', async () => {
    const portal = aPortal();
    const file = { name: '../../etc/a\u202egpj.\r\npng', type: 'image/png', size: 3 };
    const { body } = await portal.send({ method: 'POST', path: '/portal/uploads', body: file });
    await portal.files.put(new URL(body.url).pathname.slice(1), 'png', file.type);

    await portal.send(request({ attachments: [body.grant] }));

    expect(portal.queued()[0]?.attachments).toMatchObject([{ name: 'agpj. png' }]);
  });

  test.each([
    ['larger than 10 MB', { name: 'a.png', type: 'image/png', size: 10 * 1024 * 1024 + 1 }, 413],
    ['a page', { name: 'a.html', type: 'text/html', size: 3 }, 415],
  ])('refuses a file that is %s', async (_name, file, status) => {
    expect(
      (await aPortal().send({ method: 'POST', path: '/portal/uploads', body: file })).status,
    ).toBe(status);
  });
});
