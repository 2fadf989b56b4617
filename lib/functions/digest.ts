import type { Construct } from 'constructs';
import type { DigestVariables } from '../../functions/entry/digest/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { everyNight } from '../constructs/every-night.ts';
import { mayUseTable } from '../constructs/grants.ts';
import { commonProps, type Parts } from './parts.ts';

/** Every night: closed days of arrivals are written for good. */
export function digestFunction(scope: Construct, parts: Parts): DeskFunction<DigestVariables> {
  const digest = new DeskFunction<DigestVariables>(scope, 'digest', {
    ...commonProps(parts, 'digest'),
    description: 'Every night: arrivals of the days that are over',
    timeoutSeconds: 300,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem'],
        writesIn: { PutItem: [partitionPatterns.arrivals] },
      }),
    },
  });
  everyNight(digest.lambda);
  return digest;
}
