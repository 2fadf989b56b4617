import type { Construct } from 'constructs';
import type { ClockVariables } from '../../functions/entry/clock/env.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { everyMinute } from '../constructs/every-minute.ts';
import { mayUseTable } from '../constructs/grants.ts';
import { readQueue } from '../constructs/read-queue.ts';
import { commonProps, deskVariable, type Parts } from './parts.ts';

/** Every half minute: what fell due is warned of, announced, woken. Every minute: connections and people are looked after; what waits on lines that push is handed out. */
export function clockFunction(scope: Construct, parts: Parts): DeskFunction<ClockVariables> {
  const clock = new DeskFunction<ClockVariables>(scope, 'clock', {
    ...commonProps(parts, 'clock'),
    description: 'Every half minute: warn, breach, wake',
    timeoutSeconds: 55,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writes: ['PutItem'],
        indexes: ['byDue', 'byAgent', 'byTopic'],
      }),
      DESK_SETTINGS: deskVariable(parts),
    },
  });
  const halfMinute = parts.queues.halfMinute.queue;
  everyMinute(clock.lambda, { later: halfMinute });
  readQueue(clock.lambda, halfMinute, { id: 'half-minute', batchSize: 1, maximumConcurrency: 2 });
  return clock;
}
