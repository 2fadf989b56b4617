import type { Construct } from 'constructs';
import type { IntakeVariables } from '../../functions/entry/intake/env.ts';
import { HookChannel } from '../../schemas/primitives.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { allow, together } from '../constructs/grant.ts';
import {
  mayReadSecret,
  mayReadSecrets,
  maySend,
  mayUseObjects,
  mayUseTable,
} from '../constructs/grants.ts';
import { readQueue } from '../constructs/read-queue.ts';
import { providerBases } from '../provider-bases.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

/** Understands what came in and writes it to a ticket, once. Mail of 40 MB is parsed in memory. */
export function intakeFunction(scope: Construct, parts: Parts): DeskFunction<IntakeVariables> {
  const { data, settings, queues } = parts;
  // Their files lie behind the connection's own credentials; those of a signed webhook or call log are public.
  const withFiles = settings.connections.filter(
    (connection) =>
      HookChannel.safeParse(connection.channel).success &&
      connection.channel !== 'webhook' &&
      !(connection.channel === 'phone' && connection.provider === 'call-log'),
  );
  const fileSecrets = Object.fromEntries(
    withFiles.flatMap(({ id }) => {
      const secret = data.connectionSecrets.byConnection[id];
      return secret ? [[id, secret]] : [];
    }),
  );
  const intake = new DeskFunction<IntakeVariables>(scope, 'intake', {
    ...commonProps(parts, 'intake'),
    description: 'Inbound queue: parse, find the ticket, write',
    timeoutSeconds: 60,
    memoryMegabytes: 1769,
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem', 'UpdateItem'],
      }),
      RAW_BUCKET: mayUseObjects(data.rawBucket, {
        actions: ['GetObject'],
        prefixes: ['mail/', 'hook/'],
      }),
      FILES_BUCKET: together(
        mayUseObjects(data.filesBucket, {
          actions: ['PutObject'],
          prefixes: ['files/', 'bodies/'],
        }),
        mayUseObjects(data.filesBucket, {
          actions: ['GetObject'],
          prefixes: ['suggestion/'],
          mayMiss: true,
        }),
      ),
      TOPIC_QUEUE_URLS: queues.topics.maySend(),
      INBOUND_QUEUE_URL: {
        value: queues.inbound.queue.queueUrl,
        statements: [allow(['sqs:ChangeMessageVisibility'], [queues.inbound.queue.queueArn])],
      },
      OUTBOUND_QUEUE_URL: maySend(queues.outbound.queue),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
      CONNECTION_SECRETS: mayReadSecrets(fileSecrets, data.connectionSecrets.prefix),
      DESK_SETTINGS: deskVariable(parts),
      PROVIDER_BASES: providerBases(parts.settings),
      ...(settings.scanner && { FILE_SCANNER: JSON.stringify(settings.scanner) }),
    },
  });
  readQueue(intake.lambda, queues.inbound.queue, {
    id: 'inbound',
    batchSize: 10,
    maximumConcurrency: 50,
  });
  return intake;
}
