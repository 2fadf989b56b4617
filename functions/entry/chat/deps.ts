import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { connectionStore } from '../../dynamo/connections.ts';
import { openTable } from '../../dynamo/table.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import type { ChatEnv } from './env.ts';
import type { ChatDeps } from './handle-socket.ts';

export const chatDeps = (env: ChatEnv): ChatDeps => {
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  return {
    connections: connectionStore(openTable(env.TABLE_NAME)),
    signingSecrets: async () => signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN)),
    now: Date.now,
  };
};
