import type { Construct } from 'constructs';
import type { ApiVariables } from '../../functions/entry/api/env.ts';
import { staffEndpoints } from '../../schemas/api/index.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayReadSecret, maySend, mayUseObjects, mayUseTable } from '../constructs/grants.ts';
import { commonProps, namesVariable, type Parts, reserved } from './parts.ts';

/** Everything staff do. It never sends anything: replies are written, deliver sends them. */
export function apiFunction(scope: Construct, parts: Parts): DeskFunction<ApiVariables> {
  const { data, settings, queues, push, http, mailOut } = parts;
  const api = new DeskFunction<ApiVariables>(scope, 'api', {
    ...commonProps(parts, 'api'),
    description: 'Staff: work lists, tickets, people',
    timeoutSeconds: 15,
    memoryMegabytes: 1024,
    reservedConcurrency: reserved(parts, 100),
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem', 'UpdateItem'],
        indexes: ['byTopic', 'byAgent', 'byCustomer'],
      }),
      RAW_BUCKET: mayUseObjects(data.rawBucket, {
        actions: ['GetObject'],
        prefixes: ['mail/', 'hook/'],
      }),
      FILES_BUCKET: mayUseObjects(data.filesBucket, {
        actions: ['GetObject', 'PutObject'],
        prefixes: ['uploads/', 'files/', 'bodies/', 'exports/', 'suggestion/'],
        mayMiss: true,
      }),
      INBOUND_QUEUE_URL: maySend(queues.inbound.queue),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
      DESK_SETTINGS: namesVariable(parts),
      FIRST_ADMIN: settings.firstAdmin,
      TOPIC_MAPPINGS: queues.topics.mayPause(),
      APP_URL: parts.appUrl,
      PUSH_URL: push.url,
      PUSH_ENDPOINT: push.mayPush(),
      SUPPRESSION_LIST: mailOut.mayEditSuppressionList(),
    },
  });
  http.staff(api.lambda, staffEndpoints);
  return api;
}
