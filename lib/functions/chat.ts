import type { Construct } from 'constructs';
import type { ChatVariables } from '../../functions/entry/chat/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayReadSecret, mayUseTable } from '../constructs/grants.ts';
import { commonProps, type Parts } from './parts.ts';

/** Keeps track of who is connected over the WebSocket. */
export function chatFunction(scope: Construct, parts: Parts): DeskFunction<ChatVariables> {
  const { data, push } = parts;
  const chat = new DeskFunction<ChatVariables>(scope, 'chat', {
    ...commonProps(parts, 'chat'),
    description: 'WebSocket: who is connected',
    timeoutSeconds: 10,
    memoryMegabytes: 256,
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        writesIn: {
          PutItem: [partitionPatterns.connections],
          DeleteItem: [partitionPatterns.connections],
        },
      }),
      SIGNING_SECRET_ARN: mayReadSecret(data.signingSecret),
    },
  });
  push.answeredBy(chat.lambda);
  return chat;
}
