import type { Construct } from 'constructs';
import type { DeliverVariables } from '../../functions/entry/deliver/env.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { allow } from '../constructs/grant.ts';
import { mayReadSecret, mayReadSecrets, mayUseObjects, mayUseTable } from '../constructs/grants.ts';
import { readQueue } from '../constructs/read-queue.ts';
import { providerBases } from '../provider-bases.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

/** The only function that may send mail or call a channel. */
export function deliverFunction(scope: Construct, parts: Parts): DeskFunction<DeliverVariables> {
  const { data, settings, queues, mailOut } = parts;
  const alertSecret = data.connectionSecrets.alerts;
  const deliver = new DeskFunction<DeliverVariables>(scope, 'deliver', {
    ...commonProps(parts, 'deliver'),
    description: 'Outbound queue: send replies and alerts',
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem', 'UpdateItem'],
      }),
      FILES_BUCKET: mayUseObjects(data.filesBucket, {
        // It makes the files of letters to print.
        actions: ['GetObject', 'PutObject'],
        prefixes: ['files/', 'bodies/'],
        mayMiss: true,
      }),
      OUTBOUND_QUEUE_URL: {
        value: queues.outbound.queue.queueUrl,
        statements: [
          allow(
            ['sqs:ChangeMessageVisibility', 'sqs:SendMessage'],
            [queues.outbound.queue.queueArn],
          ),
        ],
      },
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
      CONNECTION_SECRETS: mayReadSecrets(
        data.connectionSecrets.byConnection,
        data.connectionSecrets.prefix,
      ),
      DESK_SETTINGS: deskVariable(parts),
      PROVIDER_BASES: providerBases(parts.settings),
      CONFIGURATION_SET: mailOut.maySend(),
      APP_URL: parts.appUrl,
      ...(settings.alertWebhookUrl && { ALERT_WEBHOOK_URL: settings.alertWebhookUrl }),
      ...(alertSecret && { ALERT_SECRET_ARN: mayReadSecret(alertSecret) }),
    },
  });
  // Rates are kept by rows of turns, not by this number. It bounds how many calls a provider that hangs can hold up.
  readQueue(deliver.lambda, queues.outbound.queue, {
    id: 'outbound',
    batchSize: 5,
    maximumConcurrency: 10,
  });
  return deliver;
}
