import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { HttpApiModel, SignInModel } from './model.ts';

const texts = z.array(z.string()).default([]);
const units = z.enum(['seconds', 'minutes', 'hours', 'days']);
const clientProperties = z.object({
  UserPoolId: z.string(),
  CallbackURLs: texts,
  LogoutURLs: texts,
  IdTokenValidity: z.coerce.number().optional(),
  RefreshTokenValidity: z.coerce.number().default(30),
  TokenValidityUnits: z
    .object({ IdToken: units.optional(), RefreshToken: units.optional() })
    .optional(),
});
const domainProperties = z.object({ UserPoolId: z.string() });

const minutesIn = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1_440 };

/**
 * Who issues the tokens the APIs accept: the app's user pool, or the foreign issuer its
 * authorizers name. undefined when no route needs a token.
 */
export function readSignIn(inventory: Inventory, apis: HttpApiModel[]): SignInModel | undefined {
  const [client] = inventory.all('AWS::Cognito::UserPoolClient', clientProperties);
  const jwt = apis.flatMap(({ routes }) => routes).find((route) => route.jwt)?.jwt;
  if (!jwt) return undefined;
  const clientId = client?.ref ?? jwt.audience[0];
  if (clientId === undefined) throw new Error('The authorizer accepts no audience');
  const properties = client?.properties;
  const unit = properties?.TokenValidityUnits;
  const [domain] = inventory.all('AWS::Cognito::UserPoolDomain', domainProperties);
  return {
    issuer: jwt.issuer,
    clientId,
    callbackUrls: properties?.CallbackURLs ?? [],
    logoutUrls: properties?.LogoutURLs ?? [],
    idTokenMinutes: (properties?.IdTokenValidity ?? 60) * minutesIn[unit?.IdToken ?? 'minutes'],
    refreshTokenDays:
      ((properties?.RefreshTokenValidity ?? 30) * minutesIn[unit?.RefreshToken ?? 'days']) /
      minutesIn.days,
    loginHost: domain && `${domain.name}.auth.${domain.region}.amazoncognito.com`,
  };
}
