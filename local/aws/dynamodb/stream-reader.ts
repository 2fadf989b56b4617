import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { StreamReader, StreamRecord } from '../access.ts';
import { type Place, streamArn } from '../arn.ts';
import type { TableDefinition } from '../contract.ts';
import type { Waiters } from '../waiters.ts';
import type { ExpiredKeys } from './expiry.ts';
import type { Trimmer } from './trimmer.ts';

interface Row {
  sequence_number: string;
  event_name: StreamRecord['eventName'];
  keys_json: string;
  new_image: string | null;
  old_image: string | null;
  created_at: number;
}

export interface StreamParts {
  place: Place;
  /** Rung after every write. */
  bell: Waiters;
  expired: ExpiredKeys;
  trimmer: Trimmer;
}

/**
 * Reads a table's stream from the database file itself: one indexed query of some 30 µs instead of
 * two HTTP calls, and no polling, since every write passes our gateway and rings the bell.
 */
export function streamReaderOf(
  database: DatabaseSync,
  { create }: TableDefinition,
  { place, bell, expired, trimmer }: StreamParts,
): StreamReader {
  const table = create.TableName;
  const arn = streamArn(place, table);
  const number = 'CAST(sequence_number AS INTEGER)';
  const select = database.prepare(
    `SELECT sequence_number, event_name, keys_json, new_image, old_image, created_at
     FROM _stream_records WHERE table_name = ? AND ${number} > ? ORDER BY ${number} LIMIT ?`,
  );
  const newest = database.prepare(
    `SELECT max(${number}) AS newest FROM _stream_records WHERE table_name = ?`,
  );
  const latest = (): number => Number(newest.get(table)?.newest ?? -1);

  function recordOf(row: Row): StreamRecord {
    const images =
      row.keys_json.length + (row.new_image?.length ?? 0) + (row.old_image?.length ?? 0);
    return {
      eventID: randomUUID().replaceAll('-', ''),
      eventName: row.event_name,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: place.region,
      eventSourceARN: arn,
      ...(row.event_name === 'REMOVE' &&
        expired.has(table, row.keys_json) && {
          userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const,
        }),
      dynamodb: {
        ApproximateCreationDateTime: row.created_at,
        Keys: JSON.parse(row.keys_json),
        ...(row.new_image && { NewImage: JSON.parse(row.new_image) }),
        ...(row.old_image && { OldImage: JSON.parse(row.old_image) }),
        SequenceNumber: row.sequence_number,
        SizeBytes: images,
        StreamViewType: create.StreamSpecification?.StreamViewType ?? 'NEW_AND_OLD_IMAGES',
      },
    };
  }

  return {
    arn,
    latest: async () => String(latest()),
    read: async (after, limit) =>
      (select.all(table, Number(after ?? -1), limit) as unknown as Row[]).map(recordOf),
    async wait(after, waitMilliseconds, signal) {
      if (latest() > Number(after ?? -1)) return;
      await bell.wait('stream', Date.now() + waitMilliseconds, signal);
    },
    // The newest record stays: the database numbers the next one after it.
    trim: (upTo) => trimmer.trim(table, Math.min(Number(upTo) + 1, latest())),
  };
}
