import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintToken } from './mint-token.ts';
import { type SignIn, startSignIn } from './sign-in.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-sign-in-'));
const verifier = randomBytes(32).toString('base64url');
let server: Server;
let signIn: SignIn;
let issuer: string;

beforeAll(async () => {
  const people = [{ sub: 'agt_1', email: 'ann@example.com', name: 'Ann <Lee>', role: 'operator' }];
  writeFileSync(join(dataFolder, 'people.json'), JSON.stringify(people));
  server = createServer((request, response) => {
    void signIn.handle((request.url ?? '').slice('/issuer'.length), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  issuer = `${base}/issuer`;
  const model = {
    issuer: 'https://pool',
    clientId: 'web',
    callbackUrls: ['https://app/back'],
    logoutUrls: [],
    idTokenMinutes: 60,
    refreshTokenDays: 1,
  };
  signIn = await startSignIn({
    model,
    dataFolder,
    issuer,
    base,
    rewrite: (text) => text.replace('https://app', base),
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  signIn.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A browser reduced to its cookies. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(url, issuer), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
}

const location = (answer: Response): string => answer.headers.get('location') ?? '';

async function comeBack(visit: ReturnType<typeof browser>): Promise<string> {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const callback = `${new URL(issuer).origin}/back`;
  const query = new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: callback,
    state: 's',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const choose = location(await visit(`${issuer}/auth?${query.toString()}`));
  expect(await (await visit(choose)).text()).toContain('Ann &lt;Lee&gt;');
  const chosen = await visit(choose, {
    method: 'POST',
    body: new URLSearchParams({ sub: 'agt_1' }),
  });
  return new URL(location(await visit(location(chosen)))).searchParams.get('code') ?? '';
}

const exchange = (form: Record<string, string>) =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'web', ...form }),
  });

describe('signing in with one click', () => {
  it('gives an ID token by code and PKCE, and a new one by refresh', async () => {
    const code = await comeBack(browser());

    const first = await exchange({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${new URL(issuer).origin}/back`,
    });
    const tokens = (await first.json()) as Record<string, string>;
    const again = await exchange({
      grant_type: 'refresh_token',
      refresh_token: tokens['refresh_token'] ?? '',
    });
    const renewed = (await again.json()) as Record<string, string>;

    expect(decodeJwt(tokens['id_token'] ?? '')).toMatchObject({
      iss: issuer,
      aud: 'web',
      sub: 'agt_1',
      email: 'ann@example.com',
      email_verified: true,
      name: 'Ann <Lee>',
    });
    expect(decodeJwt(renewed['id_token'] ?? '')).toMatchObject({
      sub: 'agt_1',
      email: 'ann@example.com',
    });
  });

  it('refuses a code without its verifier', async () => {
    const code = await comeBack(browser());

    const answer = await exchange({
      grant_type: 'authorization_code',
      code,
      code_verifier: 'x'.repeat(43),
      redirect_uri: `${new URL(issuer).origin}/back`,
    });

    expect(answer.status).toBe(400);
  });
});

describe('minting a token', () => {
  it('makes what the browser would get', async () => {
    const token = await mintToken({ dataFolder, email: 'ANN@example.com' });

    expect(decodeJwt(token)).toMatchObject({
      iss: issuer,
      aud: 'web',
      sub: 'agt_1',
      name: 'Ann <Lee>',
    });
  });

  it('names whom it knows when it knows nobody of that address', async () => {
    await expect(mintToken({ dataFolder, email: 'x@example.com' })).rejects.toThrow(
      'ann@example.com',
    );
  });
});
