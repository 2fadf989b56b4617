import type { IncomingMessage } from 'node:http';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { JwtAuthorizerModel } from '../../template/model.ts';

export type Claims = JWTPayload;
export type JwtResult = { claims: Claims } | { refusal: 401 | 403; reason: string };
export type JwtCheck = (request: IncomingMessage, scopes: readonly string[]) => Promise<JwtResult>;

const discovery = z.object({ jwks_uri: z.url() });

/** Checks bearer tokens as an HTTP API's JWT authorizer does: issuer, audience, time, signature, scopes. */
export function jwtCheck(authorizer: JwtAuthorizerModel): JwtCheck {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  return async (request, scopes) => {
    const token = /^(?:Bearer )?(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return { refusal: 401, reason: 'no token' };
    // A failed discovery must not be remembered: the issuer may have been starting.
    keys ??= findKeys(authorizer.issuer);
    const found = await keys.catch(() => (keys = undefined));
    if (!found) return { refusal: 401, reason: 'the issuer does not answer' };
    try {
      const { payload } = await jwtVerify(token, found, { issuer: authorizer.issuer });
      const audience = payload.aud === undefined ? [payload['client_id']] : [payload.aud].flat();
      if (!audience.some((one) => authorizer.audience.includes(String(one)))) {
        return { refusal: 401, reason: 'another audience' };
      }
      const own = String(payload['scope'] ?? '').split(' ');
      if (scopes.length > 0 && !scopes.some((scope) => own.includes(scope))) {
        return { refusal: 403, reason: 'insufficient scope' };
      }
      return { claims: payload };
    } catch (error) {
      return { refusal: 401, reason: error instanceof Error ? error.message : String(error) };
    }
  };
}

async function findKeys(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = discovery.parse(await answer.json());
  return createRemoteJWKSet(new URL(jwks_uri));
}
