import * as oauth from 'oauth4webapi';

/** Where staff sign in; from `GET /portal/config`. */
export type SignIn = { issuer: string; clientId: string };

/** What is kept for the tab's life. The ID token is the API's bearer (ADR 0004). */
type Kept = { idToken: string; refreshToken?: string; expiresAt: number };
type Pending = { verifier: string; state: string; nonce: string; returnTo: string };

const keptKey = 'firstline.session';
const pendingKey = 'firstline.sign-in';
/** A token is renewed so many milliseconds before its end, so that none expires on the way. */
const renewBefore = 60_000;

const read = (key: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};
const write = (key: string, value: unknown) => sessionStorage.setItem(key, JSON.stringify(value));

/** Plain HTTP only to this machine: a desk tried out locally has no certificate. */
const optionsFor = (url: string) => ({
  [oauth.allowInsecureRequests]: new URL(url).hostname === '127.0.0.1',
});

const expiryOf = (idToken: string): number => {
  const [, payload = ''] = idToken.split('.');
  const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  return (JSON.parse(json) as { exp: number }).exp * 1000;
};

/** Signs people in and out by OpenID Connect (code and PKCE) and keeps their token fresh. */
export const makeSession = (signIn: SignIn) => {
  const client: oauth.Client = { client_id: signIn.clientId };
  const redirectUri = `${location.origin}/signed-in`;
  let kept = read(keptKey) as Kept | undefined;
  let renewal: Promise<string | undefined> | undefined;
  let server: Promise<oauth.AuthorizationServer> | undefined;

  const discover = () => {
    const issuer = new URL(signIn.issuer);
    server ??= oauth
      .discoveryRequest(issuer, optionsFor(signIn.issuer))
      .then((response) => oauth.processDiscoveryResponse(issuer, response));
    return server;
  };

  const keep = (answer: oauth.TokenEndpointResponse) => {
    const idToken = answer.id_token ?? kept?.idToken ?? '';
    kept = {
      idToken,
      refreshToken: answer.refresh_token ?? kept?.refreshToken,
      expiresAt: expiryOf(idToken),
    };
    write(keptKey, kept);
    return kept.idToken;
  };

  const forget = () => {
    kept = undefined;
    sessionStorage.removeItem(keptKey);
  };

  /** Leaves for the sign-in page; the person comes back to `returnTo`. */
  const begin = async (returnTo: string): Promise<void> => {
    const as = await discover();
    const pending: Pending = {
      verifier: oauth.generateRandomCodeVerifier(),
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      returnTo,
    };
    write(pendingKey, pending);
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: signIn.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    }).toString();
    location.assign(url);
  };

  /** Takes the code from the address after sign-in; answers where the person wanted to go. Throws when refused. */
  const finish = async (): Promise<string> => {
    const pending = read(pendingKey) as Pending | undefined;
    if (!pending) return '/';
    sessionStorage.removeItem(pendingKey);
    const as = await discover();
    const params = oauth.validateAuthResponse(as, client, new URL(location.href), pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      params,
      redirectUri,
      pending.verifier,
      optionsFor(signIn.issuer),
    );
    const answer = await oauth.processAuthorizationCodeResponse(as, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    });
    keep(answer);
    return pending.returnTo;
  };

  const renew = async (): Promise<string | undefined> => {
    if (!kept?.refreshToken) {
      forget();
      return undefined;
    }
    const as = await discover();
    const options = optionsFor(signIn.issuer);
    const response = await oauth.refreshTokenGrantRequest(
      as,
      client,
      oauth.None(),
      kept.refreshToken,
      options,
    );
    return oauth.processRefreshTokenResponse(as, client, response).then(keep, (error: unknown) => {
      // A refusal ends the session; a service in trouble may know the person again in a minute.
      if (!(error instanceof oauth.ResponseBodyError)) throw error;
      forget();
      return undefined;
    });
  };

  /** The bearer, renewed when it is about to end; undefined when the person has to sign in. */
  const token = async (): Promise<string | undefined> => {
    if (!kept) return undefined;
    if (kept.expiresAt - Date.now() > renewBefore) return kept.idToken;
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const signOut = async (): Promise<void> => {
    const hint = kept?.idToken;
    forget();
    const as = await discover();
    if (!as.end_session_endpoint) return location.assign('/');
    const url = new URL(as.end_session_endpoint);
    url.searchParams.set('client_id', signIn.clientId);
    url.searchParams.set('post_logout_redirect_uri', `${location.origin}/`);
    // Cognito's own word for the same.
    url.searchParams.set('logout_uri', `${location.origin}/`);
    if (hint) url.searchParams.set('id_token_hint', hint);
    location.assign(url);
  };

  return { begin, finish, token, signOut };
};
export type Session = ReturnType<typeof makeSession>;
