import type { Construct } from 'constructs';
import type { FeedbackVariables } from '../../functions/entry/feedback/env.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayUseTable } from '../constructs/grants.ts';
import { readQueue } from '../constructs/read-queue.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

/** Deliveries, bounces and complaints of SES, shown on the message they are about. */
export function feedbackFunction(scope: Construct, parts: Parts): DeskFunction<FeedbackVariables> {
  const feedback = new DeskFunction<FeedbackVariables>(scope, 'feedback', {
    ...commonProps(parts, 'feedback'),
    description: 'Feedback queue: what became of sent mail',
    timeoutSeconds: 15,
    memoryMegabytes: 256,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem', 'UpdateItem'],
      }),
      DESK_SETTINGS: deskVariable(parts),
    },
  });
  readQueue(feedback.lambda, parts.queues.feedback.queue, {
    id: 'feedback',
    batchSize: 10,
    maximumConcurrency: 2,
  });
  return feedback;
}
