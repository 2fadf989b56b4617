import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { DeskSettings } from '../../schemas/settings.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * Where staff sign in: a user pool of ours, or the company's own issuer when the settings name one.
 * Roles are not here: they are in the table.
 */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: { settings: DeskSettings; appUrl: string }) {
    super(scope, id);
    const { signIn, stage } = props.settings;
    if (signIn.kind === 'oidc') {
      this.issuer = signIn.issuer;
      this.clientId = signIn.clientId;
      return;
    }
    const pool = this.#pool(`firstline-${stage}-staff`);
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: domainPrefix(this, stage) } });
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`;
    this.clientId = this.#client(pool, props.appUrl).userPoolClientId;
  }

  #pool(userPoolName: string): UserPool {
    const pool = new UserPool(this, 'Pool', {
      userPoolName,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool, {
      'AwsSolutions-COG2':
        'A second factor is offered to everyone; a desk that must enforce it does so here or brings its own issuer.',
      'AwsSolutions-COG8':
        'The Plus plan costs per person and month; a desk that wants its threat detection turns it on in the console.',
    });
    return pool;
  }

  #client(pool: UserPool, appUrl: string): UserPoolClient {
    return pool.addClient('Screens', {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${appUrl}/signed-in`],
        logoutUrls: [`${appUrl}/`],
      },
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      // A working day: in the evening everyone signs in anew.
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
  }
}

/** Prefixes are shared by all customers of a region; the account's number makes ours unique. */
const domainPrefix = (scope: Construct, stage: string): string =>
  `firstline-${stage}-${Stack.of(scope).account}`;

/** Origins the browser talks to while it signs in; the content policy must let it. */
export function signInOrigins(scope: Construct, { signIn, stage }: DeskSettings): string[] {
  if (signIn.kind === 'oidc') return [new URL(signIn.issuer).origin];
  const { region } = Stack.of(scope);
  return [
    `https://cognito-idp.${region}.amazonaws.com`,
    `https://${domainPrefix(scope, stage)}.auth.${region}.amazoncognito.com`,
  ];
}
