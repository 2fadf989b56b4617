import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { AwsAccount } from '../aws/env.ts';

type Asked = {
  readonly account: AwsAccount;
  readonly prefix: string;
  readonly connectionId: string;
};

/** `alert-webhook` stands beside the connections. */
const idOf = ({ prefix, connectionId }: Asked) =>
  connectionId === 'alert-webhook'
    ? `${prefix}/alert-webhook`
    : `${prefix}/connection/${connectionId}`;

/** A connection's credentials as they are stored; bundled as `dist/tools/secret.mjs`. */
export const readSecret = async (asked: Asked): Promise<string> => {
  const client = new SecretsManagerClient(asked.account);
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: idOf(asked) }));
  return SecretString ?? '';
};

/** Replaces them; functions notice within five minutes, at once after a restart. */
export const writeSecret = async (asked: Asked, json: string): Promise<void> => {
  const client = new SecretsManagerClient(asked.account);
  await client.send(new PutSecretValueCommand({ SecretId: idOf(asked), SecretString: json }));
};
