import { type Adapter, Provider } from 'oidc-provider';
import { escapeHtml, page } from '../pages/page.ts';
import { readPeople } from './people.ts';
import type { SignInOptions } from './sign-in.ts';
import type { SigningKeys } from './signing-key.ts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Addresses a browser may come back to: the template's and no others, so that a missing one fails here too. */
const addressesOf = (options: SignInOptions, urls: readonly string[]): string[] => [
  ...new Set(urls.map(options.rewrite)),
];

export function makeProvider(
  options: SignInOptions & { keys: SigningKeys; adapter: (kind: string) => Adapter },
): Provider {
  const { model, dataFolder, issuer, keys } = options;
  const { port, pathname } = new URL(issuer);
  const personOf = (sub: string) => readPeople(dataFolder).find((one) => one.sub === sub);
  return new Provider(issuer, {
    adapter: options.adapter,
    jwks: { keys: [keys.jwk] },
    clients: [
      {
        client_id: model.clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: addressesOf(options, model.callbackUrls),
        post_logout_redirect_uris: addressesOf(options, model.logoutUrls),
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Cognito puts the claims into the ID token itself; the desk reads them there.
    conformIdTokenClaims: false,
    findAccount: (_, sub) => {
      const person = personOf(sub);
      return (
        person && {
          accountId: sub,
          claims: () => ({ sub, email: person.email, email_verified: true, name: person.name }),
        }
      );
    },
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const { accountId } = session;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope('openid email profile offline_access');
      await grant.save();
      return grant;
    },
    // A pool's app client gets a refresh token without asking for offline access.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_, interaction) => `${pathname}/choose/${interaction.uid}` },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
    },
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: 30 * DAY_SECONDS,
      IdToken: model.idTokenMinutes * 60,
      Interaction: HOUR_SECONDS,
      RefreshToken: model.refreshTokenDays * DAY_SECONDS,
      Session: 14 * DAY_SECONDS,
    },
    cookies: {
      keys: [keys.cookieKey],
      // Cookies know no ports: two desks on one machine must not end each other's sessions.
      names: {
        session: `session_${port}`,
        interaction: `interaction_${port}`,
        resume: `resume_${port}`,
      },
    },
    clientBasedCORS: () => true,
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      const text = escapeHtml(`${error}: ${error_description ?? ''}`);
      ctx.body = page({ title: 'Sign in', body: `<h1>That did not work</h1><p>${text}</p>` });
    },
  });
}

/** Leaving asks nothing: the form sends itself. */
function logoutSource(ctx: { body: unknown }, form: string): void {
  ctx.body = page({
    title: 'Sign out',
    body: `<h1>Signing out …</h1>${form}
      <script>const f=document.forms[0];const i=document.createElement('input');
      i.type='hidden';i.name='logout';i.value='yes';f.append(i);f.submit()</script>`,
  });
}
