import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PortalVariables } from '../../functions/entry/portal/env.ts';
import { publicEndpoints } from '../../schemas/api/index.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayReadSecret, maySend, mayUseObjects, mayUseTable } from '../constructs/grants.ts';
import { commonProps, deskVariable, type Parts, reserved } from './parts.ts';

/** What anyone may do: read the form and send it. It reads the desk's lists and writes no ticket. */
export function portalFunction(scope: Construct, parts: Parts): DeskFunction<PortalVariables> {
  const { data, settings, queues, signIn, http } = parts;
  const portal = new DeskFunction<PortalVariables>(scope, 'portal', {
    ...commonProps(parts, 'portal'),
    description: 'Customers: the public form',
    timeoutSeconds: 10,
    reservedConcurrency: reserved(parts, 50),
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['BatchGetItem'],
        writesIn: { UpdateItem: [partitionPatterns.fuses] },
      }),
      FILES_BUCKET: mayUseObjects(data.filesBucket, {
        actions: ['GetObject', 'PutObject'],
        prefixes: ['uploads/', 'files/'],
        mayMiss: true,
      }),
      INBOUND_QUEUE_URL: maySend(queues.inbound.queue),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
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
