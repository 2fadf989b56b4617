import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchFile, type Resolve } from './fetch-file.ts';

let server: Server;
let origin: string;
/** Another host as far as credentials go: other port, other origin. */
let elsewhere: Server;
let abroad: string;
/** Headers of the last request to each place. */
const seen: Record<string, IncomingHttpHeaders> = {};

const listen = async (place: Server): Promise<string> => {
  await new Promise<void>((resolve) => place.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(place.address() as AddressInfo).port}`;
};
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    seen['abroad'] = request.headers;
    if (request.url === '/back') response.writeHead(302, { location: `${origin}/file` }).end();
    else response.end('stored elsewhere');
  });
  abroad = await listen(elsewhere);
  server = createServer((request, response) => {
    seen['home'] = request.headers;
    if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/away') response.writeHead(302, { location: `${abroad}/x` }).end();
    else if (request.url === '/round')
      response.writeHead(302, { location: `${abroad}/back` }).end();
    else if (request.url === '/inward') {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    } else if (request.url === '/again') response.writeHead(302, { location: '/again' }).end();
    else if (request.url === '/astray') response.writeHead(302, { location: 'http://[' }).end();
    else if (request.url === '/missing') response.writeHead(404).end();
    else if (request.url === '/busy') response.writeHead(429).end();
    else if (request.url === '/short') {
      response.writeHead(200, { 'content-length': '500' });
      response.write('x', () => response.destroy());
    } else if (request.url === '/endless') response.writeHead(200).write('x');
    else response.end('x'.repeat(1000));
  });
  origin = await listen(server);
});
afterAll(() => {
  server.close();
  elsewhere.close();
});

const options = { maxBytes: 2000, timeoutMs: 2000 };

describe('a file that a message points at', () => {
  test('comes from a place the operator configured', async () => {
    const bytes = await fetchFile(`${origin}/file`, { ...options, trustedOrigins: [origin] });

    expect(bytes).toHaveLength(1000);
  });

  test.each([
    ['a plain address', () => `${origin}/file`, 'not-https'],
    ['a private address', () => 'https://127.0.0.1/file', 'private-address'],
    ['a private address in brackets', () => 'https://[::1]/file', 'private-address'],
    ['a name for a private address', () => 'https://localhost/file', 'private-address'],
  ])('is refused at %s', async (_name, url, code) => {
    await expect(fetchFile(url(), options)).rejects.toMatchObject({ code, isPermanent: true });
  });

  test.each([
    ['leads inward', '/inward', 'not-https'],
    ['never ends', '/again', 'too-many-redirects'],
    ['leads nowhere', '/missing', 'http-404'],
    ['cannot be read', '/astray', 'no-address'],
  ])('is refused when its way %s', async (_name, path, code) => {
    const trusting = { ...options, trustedOrigins: [origin] };

    await expect(fetchFile(`${origin}${path}`, trusting)).rejects.toMatchObject({ code });
  });

  test.each([
    ['gone', '/missing', true],
    ['asked for too often', '/busy', false],
    ['cut off', '/short', false],
  ])('is %s now, and perhaps later', async (_name, path, isPermanent) => {
    const fetched = fetchFile(`${origin}${path}`, { ...options, trustedOrigins: [origin] });

    await expect(fetched).rejects.toMatchObject({ isPermanent });
  });

  test('is given up when it never ends', async () => {
    const hasty = { ...options, timeoutMs: 100, trustedOrigins: [origin] };

    await expect(fetchFile(`${origin}/endless`, hasty)).rejects.toMatchObject({
      code: 'network',
      isPermanent: false,
    });
  });

  test('is refused when it is larger than allowed', async () => {
    const small = { ...options, maxBytes: 10, trustedOrigins: [origin] };

    await expect(fetchFile(`${origin}/file`, small)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('our credentials', () => {
  const headers = { Authorization: 'Bearer ours', 'User-Agent': 'Firstline' };
  const trusting = () => ({ ...options, headers, trustedOrigins: [origin, abroad] });

  test('go along while the file stays with its host', async () => {
    await fetchFile(`${origin}/moved`, trusting());

    expect(seen['home']).toMatchObject({ authorization: 'Bearer ours', 'user-agent': 'Firstline' });
  });

  test('are not taken to another host', async () => {
    await fetchFile(`${origin}/away`, trusting());

    expect(seen['abroad']).toMatchObject({ 'user-agent': 'Firstline' });
    expect(seen['abroad']).not.toHaveProperty('authorization');
  });

  test('are not given back on the way home', async () => {
    await fetchFile(`${origin}/round`, trusting());

    expect(seen['home']).not.toHaveProperty('authorization');
  });
});

describe('a name that changes its mind', () => {
  const answers = (...addresses: readonly string[]) => {
    const asked: string[] = [];
    const resolve: Resolve = async (hostname) => {
      asked.push(hostname);
      return [{ address: addresses[asked.length - 1] ?? '127.0.0.1', family: 4 }];
    };
    return { asked, resolve };
  };

  test('is connected where it was checked: it is asked once', async () => {
    const { asked, resolve } = answers('192.0.2.1', '127.0.0.1');

    const fetched = fetchFile('https://files.example/a', { ...options, resolve });

    await expect(fetched).rejects.toMatchObject({ code: 'private-address' });
    expect(asked).toEqual(['files.example']);
  });

  test('is refused whole when one of its addresses is private', async () => {
    const resolve: Resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];

    const fetched = fetchFile('https://files.example/a', { ...options, resolve });

    await expect(fetched).rejects.toMatchObject({ code: 'private-address', isPermanent: true });
  });
});
