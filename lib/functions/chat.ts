import type { Construct } from 'constructs';
import type { ChatVariables } from '../../functions/entry/chat/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayReadSecret, maySend, mayUseObjects, mayUseTable } from '../constructs/grants.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

const { connections, visits, fuses } = partitionPatterns;

/**
 * The WebSocket: agents' screens, and visitors of the site chat. Strangers speak here, so it writes no ticket: what
 * they say goes to the inbound queue.
 */
export function chatFunction(scope: Construct, parts: Parts): DeskFunction<ChatVariables> {
  const { data, queues, push } = parts;
  const chat = new DeskFunction<ChatVariables>(scope, 'chat', {
    ...commonProps(parts, 'chat'),
    description: 'WebSocket: screens and site chat',
    // The gateway waits 29 s for an answer; copying five files of 10 MB takes some of them.
    timeoutSeconds: 28,
    memoryMegabytes: 512,
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writesIn: {
          PutItem: [connections, visits],
          UpdateItem: [visits, fuses],
          DeleteItem: [connections, visits],
        },
      }),
      FILES_BUCKET: mayUseObjects(data.filesBucket, {
        actions: ['GetObject', 'PutObject'],
        prefixes: ['uploads/', 'files/'],
        mayMiss: true,
      }),
      INBOUND_QUEUE_URL: maySend(queues.inbound.queue),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
      DESK_SETTINGS: deskVariable(parts),
      APP_URL: parts.appUrl,
      PUSH_ENDPOINT: push.mayPush(),
    },
  });
  push.answeredBy(chat.lambda);
  return chat;
}
