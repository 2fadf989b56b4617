import type { StreamReader, StreamRecord } from '../access.ts';
import { type Place, streamArn } from '../arn.ts';
import type { Waiters } from '../waiters.ts';
import type { Upstream } from './upstream.ts';

interface Shard {
  ShardId: string;
  SequenceNumberRange: { StartingSequenceNumber: string; EndingSequenceNumber?: string };
}

interface ApiRecord {
  eventID: string;
  eventName: StreamRecord['eventName'];
  userIdentity?: { Type?: string; PrincipalId?: string };
  dynamodb: StreamRecord['dynamodb'];
}

interface Page {
  Records: ApiRecord[];
  NextShardIterator?: string;
}

/**
 * Reads a stream by its API, for a database whose file is not ours (LOCAL_DYNAMODB_ENDPOINT). Three
 * calls a read; sequence numbers are taken to grow from shard to shard, as in DynamoDB Local.
 */
export function apiStreamReader(
  upstream: Upstream,
  tableName: string,
  { place, bell }: { place: Place; bell: Waiters },
): StreamReader {
  const arn = streamArn(place, tableName);
  const call = <Answer>(operation: string, input: object): Promise<Answer> =>
    upstream.call(`DynamoDBStreams_20120810.${operation}`, input);

  async function shardsBehind(after: string | undefined): Promise<[string, Shard][]> {
    const { Streams } = await call<{ Streams: { StreamArn: string }[] }>('ListStreams', {
      TableName: tableName,
    });
    const StreamArn = Streams.at(-1)?.StreamArn ?? '';
    const { StreamDescription } = await call<{ StreamDescription: { Shards: Shard[] } }>(
      'DescribeStream',
      { StreamArn },
    );
    return StreamDescription.Shards.filter(
      ({ SequenceNumberRange: { EndingSequenceNumber: end } }) => {
        return end === undefined || after === undefined || BigInt(end) > BigInt(after);
      },
    )
      .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
      .map((shard) => [StreamArn, shard]);
  }

  async function read(after: string | undefined, limit: number): Promise<StreamRecord[]> {
    for (const [StreamArn, shard] of await shardsBehind(after)) {
      const isInside = after !== undefined && BigInt(after) >= startOf(shard);
      const { ShardIterator } = await call<{ ShardIterator: string }>('GetShardIterator', {
        StreamArn,
        ShardId: shard.ShardId,
        ...(isInside
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
          : { ShardIteratorType: 'TRIM_HORIZON' }),
      });
      const { Records } = await call<Page>('GetRecords', { ShardIterator, Limit: limit });
      if (Records.length > 0) return Records.map(recordOf);
    }
    return [];
  }

  function recordOf({ eventID, eventName, userIdentity, dynamodb }: ApiRecord): StreamRecord {
    return {
      eventID,
      eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: place.region,
      eventSourceARN: arn,
      ...(userIdentity && {
        userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const,
      }),
      dynamodb,
    };
  }

  return {
    arn,
    read,
    async latest() {
      let position: string | undefined;
      for (;;) {
        const records = await read(position, 1000);
        const last = records.at(-1)?.dynamodb.SequenceNumber;
        if (last === undefined) return position ?? '0';
        position = last;
      }
    },
    async wait(after, waitMilliseconds, signal) {
      if ((await read(after, 1)).length > 0) return;
      // A write between the look and the wait rings no bell for us: look again soon.
      const until = Date.now() + Math.min(waitMilliseconds, 500);
      await bell.wait('stream', until, signal);
    },
    trim: () => undefined,
  };
}

function startOf({ SequenceNumberRange }: Shard): bigint {
  return BigInt(SequenceNumberRange.StartingSequenceNumber);
}
