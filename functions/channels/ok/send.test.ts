import { describe, expect, test } from 'vitest';
import { anOutgoing, networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { sendOk } from './send.ts';

const connection = { id: 'ok', channel: 'ok', name: 'Kopilka OK', topic: 'other' } as const;
const secret = { accessToken: 'ok-token', urlSecrets: [] };
const arrived = { success: true, message_id: 'mid:C1f.20' };
const refusal = (code: number, words = 'words') => ({ error_code: code, error_msg: words });
const file = { size: 5, sha256: 'a'.repeat(64), key: 'files/x', kind: 'regular' as const };
const png = { ...file, name: 'a.png', type: 'image/png' };
const pdf = { ...file, name: 'b.pdf', type: 'application/pdf' };
const chat = 'chat:C1f';

describe('an answer by OK', () => {
  test('goes to the chat, and names the message it answers', async () => {
    const { ports, calls } = portsAnswering(secret, [arrived]);
    const outgoing = anOutgoing(connection, chat);
    const answered = { ...outgoing.message, externalId: 'mid:C1f.15ce' };

    const result = await sendOk({ ...outgoing, answered }, ports);

    expect(result).toEqual({
      kind: 'sent',
      providerId: 'mid:C1f.20',
      pointers: ['ok|ok|out|mid:C1f.20'],
    });
    expect(calls[0]?.url).toBe(
      'https://ok.example/graph/me/messages/chat%3AC1f?access_token=ok-token',
    );
    expect(calls[0]?.body).toEqual({
      recipient: { chat_id: chat },
      message: { text: 'Here it is.', reply_to: 'mid:C1f.15ce' },
    });
  });

  test('uploads its files before anything is said', async () => {
    const { ports, calls } = portsAnswering(secret, [
      { upload_url: 'https://up.ok.example/1' },
      { photos: { abc: { token: 'photo-token' } } },
      { upload_url: 'https://up.ok.example/2' },
      { token: 'file-token' },
      arrived,
    ]);

    await sendOk(anOutgoing(connection, chat, { attachments: [png, pdf] }), ports);

    expect(calls.slice(4).map(({ body }) => (body as { message: object }).message)).toEqual([
      { text: 'Here it is.' },
      { attachments: [{ type: 'IMAGE', payload: { token: 'photo-token' } }] },
      { attachments: [{ type: 'FILE', payload: { token: 'file-token' } }] },
    ]);
  });

  test('sends a picture by a link when its upload is refused', async () => {
    const { ports, calls } = portsAnswering(secret, [refusal(100), arrived]);

    await sendOk(anOutgoing(connection, chat, { text: '', attachments: [png] }), ports);

    expect(calls[1]?.body).toMatchObject({
      message: {
        attachments: [{ type: 'IMAGE', payload: { url: 'https://files.example/files/x' } }],
      },
    });
  });

  test.each([
    [refusal(2), { kind: 'retry' }],
    [refusal(8), { kind: 'retry', afterSeconds: 300 }],
    [refusal(10, 'PERMISSION_DENIED : messages are blocked'), { kind: 'blocked' }],
    [refusal(10), { kind: 'failed', permanent: true }],
    [refusal(100), { kind: 'failed', permanent: true }],
    [refusal(102), { kind: 'failed', permanent: false, isRevoked: true }],
    [new Response('{}', { headers: { 'invocation-error': '9999' } }), { kind: 'retry' }],
    [new Response('{}', { headers: { 'invocation-error': '104' } }), { isRevoked: true }],
    [{ success: false }, { kind: 'blocked' }],
    [{ success: [false] }, { kind: 'blocked' }],
    [new Response('busy', { status: 503 }), { kind: 'retry' }],
    [new Response('<html>'), { kind: 'unknown' }],
    [networkError('ECONNREFUSED'), { kind: 'retry' }],
    [networkError('ECONNRESET'), { kind: 'unknown' }],
  ])('ends as %o says, though all is 200', async (answer, result) => {
    const { ports } = portsAnswering(secret, [answer]);

    expect(await sendOk(anOutgoing(connection, chat), ports)).toMatchObject(result);
  });

  test('is tried again when an upload is in doubt: nothing was said yet', async () => {
    const { ports } = portsAnswering(secret, [networkError('ECONNRESET')]);
    const outgoing = anOutgoing(connection, chat, { attachments: [pdf] });

    expect(await sendOk(outgoing, ports)).toMatchObject({ kind: 'retry' });
  });

  test('is unknown when only the first part arrived', async () => {
    const { ports } = portsAnswering(secret, [arrived, refusal(10)]);
    const outgoing = anOutgoing(connection, chat, { text: 'word '.repeat(1500) });

    expect(await sendOk(outgoing, ports)).toMatchObject({ kind: 'unknown' });
  });
});
