import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import { Problem } from '../../../desk/problem.ts';

/** The gateway hands every claim on as text; some issuers say `email_verified` as a boolean. */
const TokenClaims = z
  .object({
    sub: z.string().min(1).max(255),
    email: z.string().optional(),
    email_verified: z.union([z.boolean(), z.string()]).optional(),
    name: z.string().optional(),
  })
  .transform(({ sub, email, email_verified, name }) => ({
    sub,
    email,
    name: name?.trim() || undefined,
    isEmailVerified: email_verified === true || email_verified === 'true',
  }));
export type Claims = z.output<typeof TokenClaims>;

/**
 * What the gateway's authorizer found in the bearer token; signature, issuer, audience and expiry are its work.
 * @throws Problem `access.unauthenticated`
 */
export const claimsOf = (event: APIGatewayProxyEventV2): Claims => {
  // Routes without an authorizer have none of this, whatever the type of the event says.
  const { authorizer } = event.requestContext as Partial<
    APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']
  >;
  const claims = TokenClaims.safeParse(authorizer?.jwt?.claims);
  if (claims.success) return claims.data;
  throw new Problem('unauthenticated', 'access.unauthenticated', 'Sign in first.');
};
