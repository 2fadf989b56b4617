import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networkFault } from './network-fault.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.startsWith('/moved'))
      response.writeHead(302, { location: '/elsewhere' }).end();
    else if (request.url?.startsWith('/reset')) request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const faultAt = async (address: string, timeoutMs = 5_000) =>
  networkFault(
    'viber',
    await fetch(address, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((thrown: unknown) => thrown),
  );

describe('a request without an answer', () => {
  test('may have arrived when nothing came back in time', async () => {
    expect(await faultAt(`${origin}/silent`, 50)).toEqual({
      kind: 'unknown',
      error: 'viber: timeout',
    });
  });

  test('may have arrived when it was led elsewhere, which is not followed', async () => {
    expect(await faultAt(`${origin}/moved?token=secret`)).toEqual({
      kind: 'unknown',
      error: 'viber: redirect',
    });
  });

  test('may have arrived when the connection broke', async () => {
    const { kind, error } = await faultAt(`${origin}/reset?token=secret`);

    expect(kind).toBe('unknown');
    expect(error).toMatch(/^viber: [A-Z_]+$/);
  });

  test('has not when there was no connection', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    expect(await faultAt(`http://127.0.0.1:${port}/`)).toEqual({
      kind: 'retry',
      error: 'viber: ECONNREFUSED',
    });
  });
});
