import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stand, standWith } from '../../local/aws/test-stand.ts';
import { newObjectStore, type ObjectStore } from './object-store.ts';
import { newS3Client } from './s3-client.ts';
import { newSignedLinks } from './signed-links.ts';

let stand: Stand;
let store: ObjectStore;
const clientAs = (secretAccessKey?: string) => {
  const { region, endpoint, credentials } = stand.operator;
  return newS3Client({
    region,
    endpoint,
    credentials: {
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: secretAccessKey ?? credentials.secretAccessKey,
      sessionToken: undefined,
    },
  });
};

beforeAll(async () => {
  stand = await standWith({ buckets: [{ name: 'files' }] });
  store = newObjectStore(clientAs(), 'files');
});
afterAll(() => stand[Symbol.asyncDispose]());

const key = "files/a b/счёт (1)+*'.pdf";

describe('an object', () => {
  test('comes back as it was put, whatever its key', async () => {
    const bytes = Buffer.from([0, 255, 10, 13]);

    await store.put(key, bytes, 'application/pdf');

    expect(Buffer.from((await store.get(key)) ?? '')).toEqual(bytes);
    expect(await store.head(key)).toEqual({ size: 4, type: 'application/pdf' });
  });

  test('that is not there is undefined', async () => {
    expect([await store.get('files/none'), await store.head('files/none')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('may be empty', async () => {
    await store.put('files/empty', '', 'text/plain');

    expect((await store.get('files/empty'))?.length).toBe(0);
  });
});

describe('a signed link', () => {
  const links = () => newSignedLinks(clientAs(), 'files');

  test('puts the file it was made for', async () => {
    const { url, headers } = await links().toPut('uploads/a', { size: 3, type: 'image/png' });

    const answer = await fetch(url, { method: 'PUT', headers, body: 'png' });

    expect(answer.status).toBe(200);
    expect(await store.head('uploads/a')).toEqual({ size: 3, type: 'image/png' });
  });

  test.each([
    ['another size', 'image/png', 'longer'],
    ['another type', 'text/html', 'png'],
  ])('puts no file of %s', async (_name, type, body) => {
    const { url } = await links().toPut('uploads/b', { size: 3, type: 'image/png' });

    const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });

    expect(answer.status).toBe(403);
  });

  test('reads with the disposition it was made for', async () => {
    await store.put(key, 'pdf', 'application/pdf');
    const disposition = `attachment; filename="a.pdf"; filename*=UTF-8''%D1%81.pdf`;

    const answer = await fetch(await links().toRead(key, { disposition, type: 'application/pdf' }));

    expect(await answer.text()).toBe('pdf');
    expect(answer.headers.get('content-disposition')).toBe(disposition);
  });

  test('signed by somebody else reads nothing', async () => {
    const forged = newSignedLinks(clientAs('another secret'), 'files');

    const answer = await fetch(
      await forged.toRead(key, { disposition: 'inline', type: 'text/plain' }),
    );

    expect(answer.status).toBe(403);
  });
});
