import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectCreated } from '../contract.ts';
import { type Stand, standWith } from '../test-stand.ts';

const Bucket = 'raw';
const created: ObjectCreated[] = [];
let stand: Stand;
let client: S3Client;

beforeAll(async () => {
  stand = await standWith({
    buckets: [
      {
        name: Bucket,
        cors: [
          {
            allowedOrigins: ['https://desk.example'],
            allowedMethods: ['PUT'],
            allowedHeaders: ['*'],
          },
        ],
      },
    ],
    callbacks: { objectCreated: (event) => created.push(event) },
  });
  client = new S3Client(stand.operator);
});
afterAll(async () => {
  client.destroy();
  await stand[Symbol.asyncDispose]();
});

const put = (Key: string, Body: string | Buffer = Key) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body }));

describe('objects', () => {
  it('come back with their headers and metadata', async () => {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a b/ü+&.txt',
        Body: 'hello',
        ContentType: 'text/plain',
        ContentDisposition: 'attachment; filename="x.txt"',
        Metadata: { ticket: 'tkt_1' },
      }),
    );

    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'a b/ü+&.txt' }));

    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({
      ContentType: 'text/plain',
      ContentDisposition: 'attachment; filename="x.txt"',
      Metadata: { ticket: 'tkt_1' },
      ContentLength: 5,
    });
    expect(created.at(-1)).toMatchObject({ bucketName: Bucket, key: 'a b/ü+&.txt', size: 5 });
  });

  it('are taken from streams with trailing checksums, large ones too', async () => {
    const body = Buffer.alloc(3_000_000, 'abcdefg');
    const Body = Readable.from([body.subarray(0, 1_000_000), body.subarray(1_000_000)]);

    await client.send(
      new PutObjectCommand({ Bucket, Key: 'large', Body, ContentLength: body.length }),
    );

    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'large' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'large' }));
    expect(head.ContentLength).toBe(3_000_000);
  });

  it('can be read in part', async () => {
    await put('range', '0123456789');

    const got = await client.send(
      new GetObjectCommand({ Bucket, Key: 'range', Range: 'bytes=-3' }),
    );

    expect(await got.Body?.transformToString()).toBe('789');
    expect(got.ContentRange).toBe('bytes 7-9/10');
  });

  it('are not replaced when the caller forbids it', async () => {
    await put('once', '1');

    const second = new PutObjectCommand({ Bucket, Key: 'once', Body: '2', IfNoneMatch: '*' });

    await expect(client.send(second)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('are copied and deleted', async () => {
    await put('from/ä', 'x');
    const CopySource = `${Bucket}/${encodeURIComponent('from/ä')}`;

    await client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'from/ä' }));

    expect((await stand.aws.objects.get(Bucket, 'to'))?.body.toString()).toBe('x');
    const gone = new GetObjectCommand({ Bucket, Key: 'from/ä' });
    await expect(client.send(gone)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('are listed in order, page by page, folded at a delimiter', async () => {
    for (const key of ['l/a', 'l/b/1', 'l/b/2', 'l/c', 'l/é', 'm']) await put(key);

    const first = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2 }));
    const ContinuationToken = first.NextContinuationToken;
    const rest = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'l/', ContinuationToken }),
    );
    const folded = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/', StartAfter: 'l/a' }),
    );

    const keysOf = ({ Contents = [] }: typeof first) => Contents.map(({ Key }) => Key);
    expect([first.IsTruncated, keysOf(first)]).toEqual([true, ['l/a', 'l/b/1']]);
    expect([rest.IsTruncated, keysOf(rest)]).toEqual([false, ['l/b/2', 'l/c', 'l/é']]);
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'l/b/' }]);
    expect(keysOf(folded)).toEqual(['l/c', 'l/é']);
  });

  it('answers 501 to what is not emulated', async () => {
    await expect(
      client.send(new GetObjectTaggingCommand({ Bucket, Key: 'range' })),
    ).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
  });
});

describe('a presigned link', () => {
  it('puts and gets without credentials, with the disposition it was made for', async () => {
    const upload = await getSignedUrl(
      client,
      new PutObjectCommand({ Bucket, Key: 'up/ö (1).txt', ContentType: 'text/plain' }),
    );
    const put = await fetch(upload, {
      method: 'PUT',
      headers: { 'content-type': 'text/plain', origin: 'https://desk.example' },
      body: 'upload',
    });
    const ResponseContentDisposition = 'attachment; filename="ö.txt"';
    const get = await fetch(
      await getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: 'up/ö (1).txt',
          ResponseContentDisposition: encodeURI(ResponseContentDisposition),
        }),
      ),
    );

    expect(put.status).toBe(200);
    expect(put.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    expect(await get.text()).toBe('upload');
    expect(get.headers.get('content-disposition')).toBe(encodeURI(ResponseContentDisposition));
  });

  it('is refused when changed, expired or used with another method', async () => {
    await put('secret', 'x');
    const command = new GetObjectCommand({ Bucket, Key: 'secret' });
    const link = await getSignedUrl(client, command);
    const old = await getSignedUrl(client, command, {
      expiresIn: 60,
      signingDate: new Date(Date.now() - 120_000),
    });

    const other = await fetch(link.replace('secret', 'range'));
    const method = await fetch(link, { method: 'PUT', body: 'y' });
    const late = await fetch(old);
    const longer = await fetch(old.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'));

    expect([other.status, method.status, late.status, longer.status]).toEqual([403, 403, 403, 403]);
    expect(await other.text()).toContain('SignatureDoesNotMatch');
    expect(await late.text()).toContain('Request has expired');
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(`${stand.aws.endpoint}/${Bucket}/secret`)).status).toBe(403);
  });
});

describe('a preflight', () => {
  const ask = (origin: string, method: string) =>
    fetch(`${stand.aws.endpoint}/${Bucket}/x`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      },
    });

  it("is answered from the bucket's rules", async () => {
    const allowed = await ask('https://desk.example', 'PUT');
    const stranger = await ask('https://evil.example', 'PUT');

    expect([allowed.status, stranger.status]).toEqual([200, 403]);
    expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type');
    expect((await ask('https://desk.example', 'DELETE')).status).toBe(403);
  });

  it('for a signed link is answered as well, though the link is for another method', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'x' });
    const link = await getSignedUrl(client, command, { expiresIn: 60 });

    const answer = await fetch(link, {
      method: 'OPTIONS',
      headers: { origin: 'https://desk.example', 'access-control-request-method': 'PUT' },
    });

    expect(answer.status).toBe(200);
  });
});
