import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { SignInModel } from '../../template/model.ts';
import { readBody } from '../http-api/read-body.ts';
import { sendPage } from '../pages/page.ts';
import { makeProvider } from './make-provider.ts';
import { writeTokenSettings } from './mint-token.ts';
import { readPeople } from './people.ts';
import { sessionStore } from './session-store.ts';
import { signInPage } from './sign-in-page.ts';
import { signingKeys } from './signing-key.ts';

export type SignInOptions = {
  model: SignInModel;
  dataFolder: string;
  /** `http://127.0.0.1:PORT/_local/sign-in`. */
  issuer: string;
  /** Where the app lives; its callbacks are accepted besides the template's own. */
  base: string;
  rewrite: (text: string) => string;
};

/** The local OpenID Connect issuer: code + PKCE, refresh, logout, one click instead of a password. */
export type SignIn = {
  /** @param path path below the issuer */
  handle: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
  stop: () => void;
};

const FORM_BYTES = 4_096;

export async function startSignIn(options: SignInOptions): Promise<SignIn> {
  const { model, dataFolder, issuer } = options;
  const keys = await signingKeys(dataFolder);
  writeTokenSettings(dataFolder, {
    issuer,
    clientId: model.clientId,
    idTokenMinutes: model.idTokenMinutes,
  });
  const store = sessionStore(join(dataFolder, 'sign-in', 'sessions.sqlite'));
  const provider = makeProvider({ ...options, keys, adapter: store.adapter });
  const callback = provider.callback();
  const mount = new URL(issuer).pathname;

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '';
    // Answers 400 by itself when the link is old.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      return sendPage(response, signInPage(readPeople(dataFolder), address));
    }
    const form = new URLSearchParams((await readBody(request, FORM_BYTES)).toString('utf8'));
    const accountId = form.get('sub') ?? '';
    await provider.interactionFinished(request, response, { login: { accountId } });
  }

  return {
    handle: async (path, request, response) => {
      if (path.startsWith('/choose/')) return await choose(request, response);
      // oidc-provider finds where it is mounted by comparing the two.
      Object.assign(request, { originalUrl: request.url });
      request.url = (request.url ?? '').slice(mount.length) || '/';
      await callback(request, response);
    },
    stop: () => store.close(),
  };
}
