import { describe, expect, test } from 'vitest';
import { anOutgoing, networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { sendViber } from './send.ts';

const connection = { id: 'viber', channel: 'viber', name: 'Kopilka', topic: 'other' } as const;
const secret = { authTokens: ['new', 'old'] };
/** As bytes: the token is beyond what a number holds. */
const arrived = new Response(
  '{"status":0,"status_message":"ok","message_token":5741311803571721087}',
);
const refusal = (status: number) => ({ status, status_message: 'words' });
const file = { sha256: 'a'.repeat(64), key: 'files/x', kind: 'regular' as const };

describe('an answer by Viber', () => {
  test('goes to the person under our name, and its token comes back whole', async () => {
    const { ports, calls } = portsAnswering(secret, [arrived]);

    const result = await sendViber(anOutgoing(connection, 'AbC+/=='), ports);

    expect(result).toEqual({
      kind: 'sent',
      providerId: '5741311803571721087',
      pointers: ['viber|viber|out|5741311803571721087'],
    });
    expect(calls[0]?.url).toBe('https://viber.example/pa/send_message');
    expect(calls[0]?.headers.get('x-viber-auth-token')).toBe('new');
    expect(calls[0]?.body).toMatchObject({
      receiver: 'AbC+/==',
      min_api_version: 1,
      sender: { name: 'Kopilka' },
      type: 'text',
      text: 'Here it is.',
    });
  });

  test('is sent in parts, each below 30 KB in any script', async () => {
    const { ports, calls } = portsAnswering(secret, [arrived]);

    await sendViber(anOutgoing(connection, 'a', { text: '漢'.repeat(15_000) }), ports);

    expect(calls).toHaveLength(3);
    for (const { body } of calls)
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(30_000);
  });

  test.each([
    ['a small picture', 'image/png', 1000, { type: 'picture', text: '' }],
    ['a large picture', 'image/png', 2_000_000, { type: 'file', size: 2_000_000 }],
    ['a film', 'video/mp4', 20_000_000, { type: 'video', size: 20_000_000 }],
    ['a long film', 'video/mp4', 30_000_000, { type: 'file', file_name: 'a.bin' }],
    ['another file', 'application/pdf', 10, { type: 'file', file_name: 'a.bin', size: 10 }],
  ])('sends %s by a link', async (_name, type, size, part) => {
    const { ports, calls } = portsAnswering(secret, [arrived]);
    const attachments = [{ ...file, name: 'a.bin', type, size }];

    await sendViber(anOutgoing(connection, 'a', { text: '', attachments }), ports);

    expect(calls[0]?.body).toMatchObject({ ...part, media: 'https://files.example/files/x' });
  });

  test('sends as a file what Viber does not take as a picture', async () => {
    const { ports, calls } = portsAnswering(secret, [refusal(3), arrived]);
    const attachments = [{ ...file, name: 'a.png', type: 'image/png', size: 10 }];

    await sendViber(anOutgoing(connection, 'a', { text: '', attachments }), ports);

    expect(calls.map(({ body }) => (body as { type: string }).type)).toEqual(['picture', 'file']);
  });

  test.each([
    [refusal(2), { kind: 'failed', permanent: false, isRevoked: true }],
    [refusal(3), { kind: 'failed', permanent: true }],
    [refusal(5), { kind: 'blocked' }],
    [refusal(6), { kind: 'blocked' }],
    [refusal(12), { kind: 'retry', afterSeconds: 60 }],
    [refusal(24), { kind: 'failed', permanent: false }],
    [refusal(99), { kind: 'retry' }],
    [new Response('busy', { status: 503 }), { kind: 'retry' }],
    [new Response('<html>', { status: 200 }), { kind: 'unknown' }],
    [{ status: 0 }, { kind: 'unknown' }],
    [networkError('ECONNREFUSED'), { kind: 'retry' }],
    [networkError('ECONNRESET'), { kind: 'unknown' }],
  ])('ends as %o says, though all is 200', async (answer, result) => {
    const { ports } = portsAnswering(secret, [answer]);

    expect(await sendViber(anOutgoing(connection, 'a'), ports)).toMatchObject(result);
  });

  test('is unknown when only the first part arrived', async () => {
    const { ports } = portsAnswering(secret, [arrived, refusal(6)]);

    const outgoing = anOutgoing(connection, 'a', { text: 'word '.repeat(2000) });

    expect(await sendViber(outgoing, ports)).toMatchObject({ kind: 'unknown' });
  });

  test('is not sent before a token is filled in', async () => {
    const { ports, calls } = portsAnswering({ authTokens: [] }, [arrived]);

    expect(await sendViber(anOutgoing(connection, 'a'), ports)).toMatchObject({ kind: 'failed' });
    expect(calls).toEqual([]);
  });
});
