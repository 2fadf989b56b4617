import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PortalVariables } from '../../functions/entry/portal/env.ts';
import { publicEndpoints } from '../../schemas/api/index.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import {
  mayReadSecret,
  mayReadSecrets,
  maySend,
  mayUseObjects,
  mayUseTable,
} from '../constructs/grants.ts';
import { commonProps, deskVariable, type Parts, reserved } from './parts.ts';

/**
 * What anyone may do: read the form and send it; open the site chat and read one's own conversation. It writes no
 * ticket.
 */
export function portalFunction(scope: Construct, parts: Parts): DeskFunction<PortalVariables> {
  const { data, settings, queues, push, signIn, http } = parts;
  const portal = new DeskFunction<PortalVariables>(scope, 'portal', {
    ...commonProps(parts, 'portal'),
    description: 'Customers: form and site chat',
    timeoutSeconds: 10,
    reservedConcurrency: reserved(parts, 50),
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['BatchGetItem', 'GetItem', 'Query'],
        indexes: ['byTopic'],
        writesIn: { UpdateItem: [partitionPatterns.fuses, partitionPatterns.unsubscribed] },
      }),
      FILES_BUCKET: mayUseObjects(data.filesBucket, {
        actions: ['GetObject', 'PutObject'],
        prefixes: ['uploads/', 'files/'],
        mayMiss: true,
      }),
      INBOUND_QUEUE_URL: maySend(queues.inbound.queue),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
      CONNECTION_SECRETS: mayReadSecrets(chatSecrets(parts), data.connectionSecrets.prefix),
      APP_URL: parts.appUrl,
      PUSH_URL: push.url,
      DESK_SETTINGS: deskVariable(parts),
      TOPICS: JSON.stringify(settings.topics),
      SIGN_IN: Stack.of(scope).toJsonString({ issuer: signIn.issuer, clientId: signIn.clientId }),
    },
  });
  http.everyone(portal.lambda, publicEndpoints, {
    reason:
      'Customers have no account: requests are throttled per route and checked by the function.',
    throttle: { ratePerSecond: 100, burst: 200 },
  });
  return portal;
}

/** With these pages prove who their visitors are; no other channel's credentials are its business. */
const chatSecrets = ({ data, settings }: Parts) =>
  Object.fromEntries(
    settings.connections.flatMap(({ id, channel }) => {
      const secret = data.connectionSecrets.byConnection[id];
      return channel === 'chat' && secret ? [[id, secret] as const] : [];
    }),
  );
