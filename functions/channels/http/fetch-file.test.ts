import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchFile } from './fetch-file.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/inward') {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    } else if (request.url === '/again') response.writeHead(302, { location: '/again' }).end();
    else if (request.url === '/astray') response.writeHead(302, { location: 'http://[' }).end();
    else if (request.url === '/missing') response.writeHead(404).end();
    else response.end('x'.repeat(1000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

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

  test('is refused when it is larger than allowed', async () => {
    const small = { ...options, maxBytes: 10, trustedOrigins: [origin] };

    await expect(fetchFile(`${origin}/file`, small)).rejects.toMatchObject({ code: 'too-large' });
  });
});
