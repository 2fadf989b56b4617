import type { Construct } from 'constructs';
import type { DigestVariables } from '../../functions/entry/digest/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { everyNight } from '../constructs/every-night.ts';
import { mayUseObjects, mayUseTable } from '../constructs/grants.ts';
import { commonProps, type Parts } from './parts.ts';

/** Every night: closed days of arrivals are written for good, and the suggestion of topics is learned anew. */
export function digestFunction(scope: Construct, parts: Parts): DeskFunction<DigestVariables> {
  const digest = new DeskFunction<DigestVariables>(scope, 'digest', {
    ...commonProps(parts, 'digest'),
    description: 'Every night: arrivals of the days that are over, suggestion of topics',
    timeoutSeconds: 300,
    memoryMegabytes: 1024,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem', 'BatchGetItem', 'Query'],
        writesIn: { PutItem: [partitionPatterns.arrivals] },
      }),
      FILES_BUCKET: mayUseObjects(parts.data.filesBucket, {
        actions: ['PutObject'],
        prefixes: ['suggestion/'],
      }),
      LEARNING: JSON.stringify({
        language: parts.settings.language,
        topics: parts.settings.topics,
      }),
    },
  });
  everyNight(digest.lambda);
  return digest;
}
