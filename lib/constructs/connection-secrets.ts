import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Connection } from '../../schemas/connection.ts';
import type { DeskSettings } from '../../schemas/settings.ts';
import { acknowledge } from './acknowledge.ts';

type Channel = Connection['channel'];

/** What each channel's secret looks like before somebody filled it in; nothing is accepted or sent with these. */
const blankByChannel: Partial<Record<Channel, Record<string, unknown>>> = {
  telegram: { botToken: '', webhookSecrets: [] },
  whatsapp: { accessToken: '', appSecrets: [], verifyToken: '' },
  messenger: { accessToken: '', appSecrets: [], verifyToken: '' },
  instagram: { accessToken: '', appSecrets: [], verifyToken: '' },
  viber: { authTokens: [] },
  vk: { accessToken: '', secrets: [], confirmation: '' },
  ok: { accessToken: '', urlSecrets: [] },
  sms: { authTokens: [] },
  phone: { authTokens: [], secrets: [] },
  webhook: { secrets: [] },
  chat: { identitySecrets: [] },
};

/** Amazon Connect speaks through the account's own event bus. */
const blankOf = (connection: Connection) =>
  connection.channel === 'phone' && connection.provider === 'amazon-connect'
    ? undefined
    : blankByChannel[connection.channel];

/**
 * One secret per connection that has credentials, and one for where alerts go, empty until the operator
 * puts the provider's values in (DEPLOY). CloudFormation does not touch them again.
 */
export class ConnectionSecrets extends Construct {
  readonly byConnection: Readonly<Record<string, ISecret>>;
  /** What the names of the connections' secrets begin with; the connection's id follows. */
  readonly prefix: string;
  /** What signs the alert webhook, and Slack's address. */
  readonly alerts: ISecret | undefined;

  constructor(scope: Construct, id: string, settings: DeskSettings) {
    super(scope, id);
    const prefix = `firstline-${settings.stage}`;
    this.prefix = `${prefix}/connection/`;
    this.byConnection = Object.fromEntries(
      settings.connections.flatMap((connection) => {
        const blank = blankOf(connection);
        const name = `${this.prefix}${connection.id}`;
        return blank ? [[connection.id, this.#secret(connection.id, name, blank)]] : [];
      }),
    );
    this.alerts =
      settings.alertWebhookUrl || settings.alertsToSlack
        ? this.#secret('AlertWebhook', `${prefix}/alert-webhook`, { secrets: [] })
        : undefined;
  }

  #secret(id: string, secretName: string, blank: Record<string, unknown>): Secret {
    const secret = new Secret(this, id, {
      secretName,
      description: `Credentials of ${secretName}; docs/DEPLOY.md says how to fill it in`,
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify(blank)),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'The provider issues these credentials; they are replaced by hand, two at a time.',
    });
    return secret;
  }
}
