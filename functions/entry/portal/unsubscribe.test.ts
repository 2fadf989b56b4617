import { describe, expect, test } from 'vitest';
import { aPortal, portalNow } from '../../../test/make/a-portal.ts';
import { anHttpEvent } from '../../../test/make/an-http-event.ts';
import { unsubscribeHeaders } from '../../mail/unsubscribing.ts';

const headersFor = (secret = 'secret') =>
  unsubscribeHeaders({
    address: 'Ann@Customer.example',
    appUrl: 'https://desk.example/',
    secrets: [secret],
    at: Date.parse(portalNow),
  });
const linkIn = (headers: ReturnType<typeof headersFor>) => {
  const url = new URL(/<(.*)>/.exec(headers[0]?.value ?? '')?.[1] ?? '');
  return { path: url.pathname + url.search };
};
const asForm = {
  'content-type': 'application/x-www-form-urlencoded',
};

describe('the headers of automatic mail', () => {
  test('offer one press and a link, without the address in it', () => {
    const headers = headersFor();

    expect(headers.map(({ name }) => name)).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post']);
    expect(headers[0]?.value).toMatch(
      /^<https:\/\/desk\.example\/portal\/unsubscribe\?token=[\w.-]+>$/,
    );
    expect(headers[0]?.value).not.toMatch(/customer/i);
    expect(headers[1]?.value).toBe('List-Unsubscribe=One-Click');
  });
});

describe('the link', () => {
  test('unsubscribes by the post of a mail program, once and for all', async () => {
    const portal = aPortal();
    const link = linkIn(headersFor());
    const post = { method: 'POST', ...link, headers: asForm, body: 'List-Unsubscribe=One-Click' };

    const before = await portal.send({ method: 'GET', ...link });
    const answers = [await portal.send(post), await portal.send(post)];
    const after = await portal.send({ method: 'GET', ...link });

    expect(before.body).toEqual({ isUnsubscribed: false });
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(after.body).toEqual({ isUnsubscribed: true });
  });

  test.each(['x', 'a.b.c', linkIn(headersFor('another secret')).path.split('=')[1] ?? ''])(
    'is refused when we did not make it (%#)',
    async (token) => {
      const path = `/portal/unsubscribe?token=${token}`;

      const { status, body } = await aPortal().send({ method: 'POST', path });

      expect([status, body.code]).toEqual([400, 'unsubscribe.token']);
    },
  );

  test('is a page with one button for a person, which changes nothing by being opened', async () => {
    const { portal, send } = aPortal();
    const link = linkIn(headersFor());
    const inBrowser = { accept: 'text/html,*/*', 'accept-language': 'en-GB,en' };

    const page = await portal(anHttpEvent({ method: 'GET', ...link, headers: inBrowser }));

    expect(page.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toMatch(/<form method="post"><button>No more automatic mail/);
    expect((await send({ method: 'GET', ...link })).body).toEqual({ isUnsubscribed: false });
    const done = await portal(
      anHttpEvent({ method: 'POST', ...link, headers: { ...inBrowser, ...asForm }, body: '' }),
    );
    expect(done.body).toMatch(/You get no more automatic mail/);
  });
});
