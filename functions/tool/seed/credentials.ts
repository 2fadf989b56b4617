import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Connection } from '../../../schemas/connection.ts';

type Credentials = Readonly<Record<string, string | readonly string[]>>;

const signing = (id: string) =>
  `whsec_${Buffer.from(`local ${id}`.padEnd(32, '.')).toString('base64')}`;

/** What a provider would have issued: the stand-ins of this machine take anything that is not empty. */
const credentialsOf = (connection: Connection): Credentials | undefined => {
  const { id, channel } = connection;
  switch (channel) {
    case 'telegram':
      return { botToken: '1000001:local', webhookSecrets: [`local-${id}`] };
    case 'whatsapp':
    case 'messenger':
    case 'instagram':
      return {
        accessToken: `local-${id}`,
        appSecrets: [`local-${id}-app`],
        verifyToken: `local-${id}-verify`,
      };
    case 'viber':
      return { authTokens: [`local-${id}`] };
    case 'vk':
      return { accessToken: `local-${id}`, secrets: [`local-${id}`], confirmation: 'local' };
    case 'ok':
      return { accessToken: `local-${id}`, urlSecrets: [`local-${id}`] };
    case 'sms':
      return { authTokens: [`local-${id}`] };
    case 'phone':
      if (connection.provider === 'amazon-connect') return undefined;
      return { authTokens: [`local-${id}`], secrets: [signing(id)] };
    case 'webhook':
      return { secrets: [signing(id)] };
    case 'chat':
      return { identitySecrets: [`local identity of ${id}`] };
    default:
      return undefined;
  }
};

/**
 * Fills in what the operator of a deployed desk would: without credentials no hook is taken and nothing goes out. What
 * somebody filled in is left alone.
 */
export async function fillCredentials(
  client: SecretsManagerClient,
  { prefix, connections }: { prefix: string; connections: readonly Connection[] },
): Promise<void> {
  for (const connection of connections) {
    const credentials = credentialsOf(connection);
    if (credentials) await fill(client, `${prefix}${connection.id}`, credentials);
  }
  try {
    await fill(client, prefix.replace(/connection\/$/, 'alert-webhook'), alertCredentials);
  } catch (error) {
    // A desk without an alert webhook has no such secret.
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}

/** Alerts go to the recorded stand-ins. */
const alertCredentials: Credentials = {
  secrets: [signing('alerts')],
  slackUrl: 'https://hooks.slack.com/services/T000/B000/local',
};

const fill = async (
  client: SecretsManagerClient,
  SecretId: string,
  credentials: Credentials,
): Promise<void> => {
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId }));
  if (!isBlank(JSON.parse(SecretString))) return;
  await client.send(
    new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(credentials) }),
  );
};

const isBlank = (secret: Record<string, unknown>): boolean =>
  Object.values(secret).every((value) =>
    Array.isArray(value) ? value.length === 0 : value === '',
  );
