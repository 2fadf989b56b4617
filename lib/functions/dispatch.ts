import type { Construct } from 'constructs';
import type { DispatchVariables } from '../../functions/entry/dispatch/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayUseTable } from '../constructs/grants.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

/** Consumes every topic's queue: promise, line, acknowledgement. */
export function dispatchFunction(scope: Construct, parts: Parts): DeskFunction<DispatchVariables> {
  const dispatch = new DeskFunction<DispatchVariables>(scope, 'dispatch', {
    ...commonProps(parts, 'dispatch'),
    description: 'Topic queues: promise, line, acknowledgement',
    timeoutSeconds: 15,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem'],
        writesIn: { UpdateItem: [partitionPatterns.fuses] },
      }),
      DESK_SETTINGS: deskVariable(parts),
    },
  });
  parts.queues.topics.readBy(dispatch.lambda);
  return dispatch;
}
