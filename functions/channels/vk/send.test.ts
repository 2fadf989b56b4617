import { describe, expect, test } from 'vitest';
import { anOutgoing, networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { editVk } from './edit.ts';
import { sendVk } from './send.ts';

const connection = {
  id: 'vk',
  channel: 'vk',
  name: 'Kopilka VK',
  topic: 'other',
  groupId: '219619619',
} as const;
const secret = { accessToken: 'vk-token', secrets: [], confirmation: '' };
const arrived = { response: [{ peer_id: 77, message_id: 900, conversation_message_id: 6 }] };
const refusal = (code: number) => ({ error: { error_code: code, error_msg: 'words' } });
const formOf = (call: { readonly body: unknown } | undefined) =>
  Object.fromEntries(call?.body instanceof URLSearchParams ? call.body : []);
const file = { size: 5, sha256: 'a'.repeat(64), key: 'files/x', kind: 'regular' as const };
const png = { ...file, name: 'a.png', type: 'image/png' };
const pdf = { ...file, name: 'b.pdf', type: 'application/pdf' };

describe('an answer by VK', () => {
  test('goes to the conversation under a number of its own', async () => {
    const { ports, calls } = portsAnswering(secret, [arrived]);

    const result = await sendVk(anOutgoing(connection, '77'), ports);

    expect(result).toEqual({ kind: 'sent', providerId: '6', pointers: ['vk|vk|out|77:6'] });
    expect(calls[0]?.url).toBe('https://vk.example/method/messages.send');
    expect(formOf(calls[0])).toMatchObject({
      access_token: 'vk-token',
      v: '5.199',
      peer_ids: '77',
      message: 'Here it is.',
      random_id: expect.stringMatching(/^[1-9]\d{0,9}$/),
    });
  });

  test('has the same number when it is sent again, and another for each part', async () => {
    const outgoing = anOutgoing(connection, '77', { text: 'word '.repeat(1500) });
    const numbersOf = async () => {
      const { ports, calls } = portsAnswering(secret, [arrived]);
      await sendVk(outgoing, ports);
      return calls.map((call) => formOf(call)['random_id']);
    };

    const first = await numbersOf();

    expect(await numbersOf()).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  test('brings its files along, uploaded for this conversation', async () => {
    const { ports, calls } = portsAnswering(secret, [
      { response: { upload_url: 'https://pu.vk.example/photo' } },
      { server: 1, photo: '[{"photo":"x"}]', hash: 'h' },
      { response: [{ id: 10, owner_id: -9, access_key: 'k' }] },
      { response: { upload_url: 'https://pu.vk.example/doc' } },
      { file: 'f|1' },
      { response: { type: 'doc', doc: { id: 11, owner_id: -9 } } },
      arrived,
    ]);

    await sendVk(anOutgoing(connection, '77', { attachments: [png, pdf] }), ports);

    expect(calls.map(({ url }) => url.split('/').at(-1))).toEqual([
      'photos.getMessagesUploadServer',
      'photo',
      'photos.saveMessagesPhoto',
      'docs.getMessagesUploadServer',
      'doc',
      'docs.save',
      'messages.send',
    ]);
    expect(formOf(calls.at(-1))).toMatchObject({
      message: 'Here it is.',
      attachment: 'photo-9_10_k,doc-9_11',
    });
  });

  test('sends as a document what VK does not take as a picture', async () => {
    const { ports, calls } = portsAnswering(secret, [
      { response: { upload_url: 'https://pu.vk.example/photo' } },
      { server: 1, photo: '[]', hash: 'h' },
      { response: { upload_url: 'https://pu.vk.example/doc' } },
      { file: 'f|1' },
      { response: { type: 'doc', doc: { id: 11, owner_id: -9 } } },
      arrived,
    ]);

    await sendVk(anOutgoing(connection, '77', { attachments: [png] }), ports);

    expect(formOf(calls.at(-1))['attachment']).toBe('doc-9_11');
  });

  test.each([
    ['no address', [{ response: {} }]],
    ['nothing', [{ response: { upload_url: 'https://pu.vk.example/doc' } }, {}]],
    [
      'another shape',
      [{ response: { upload_url: 'https://pu.vk.example/doc' } }, { file: 'f' }, { response: [] }],
    ],
  ])('says nothing when an upload ends with %s', async (_name, answers) => {
    const { ports, calls } = portsAnswering(secret, answers);

    const result = await sendVk(anOutgoing(connection, '77', { attachments: [pdf] }), ports);

    expect(result).toMatchObject({ kind: 'failed', permanent: true });
    expect(calls.some(({ url }) => url.endsWith('messages.send'))).toBe(false);
  });

  test('names the message it answers, and goes without it when that is gone', async () => {
    const { ports, calls } = portsAnswering(secret, [refusal(100), arrived]);
    const outgoing = anOutgoing(connection, '77');
    const answered = { ...outgoing.message, externalId: '3' };

    await sendVk({ ...outgoing, answered }, ports);

    expect(JSON.parse(formOf(calls[0])['forward'] ?? '')).toEqual({
      peer_id: 77,
      conversation_message_ids: [3],
      is_reply: 1,
    });
    expect(formOf(calls[1])['forward']).toBeUndefined();
  });

  test.each([
    [refusal(5), { kind: 'failed', permanent: false, isRevoked: true }],
    [refusal(6), { kind: 'retry', isForAll: true }],
    [refusal(9), { kind: 'retry', afterSeconds: 300 }],
    [refusal(10), { kind: 'retry' }],
    [refusal(15), { kind: 'failed', permanent: false }],
    [refusal(914), { kind: 'failed', permanent: true }],
    [refusal(901), { kind: 'blocked' }],
    [refusal(950), { kind: 'window-closed' }],
    [
      { response: [{ peer_id: 77, error: { code: 901, description: 'no permission' } }] },
      { kind: 'blocked' },
    ],
    [new Response('busy', { status: 503 }), { kind: 'retry' }],
    [new Response('<html>'), { kind: 'retry' }],
    [networkError('ECONNRESET'), { kind: 'retry' }],
  ])('ends as %o says, though all is 200', async (answer, result) => {
    const { ports } = portsAnswering(secret, [answer]);

    expect(await sendVk(anOutgoing(connection, '77'), ports)).toMatchObject(result);
  });

  test('is tried again when a later part is in doubt, and unknown when it was refused', async () => {
    const outgoing = anOutgoing(connection, '77', { text: 'word '.repeat(1500) });
    const after = async (second: object) =>
      sendVk(outgoing, portsAnswering(secret, [arrived, second]).ports);

    expect(await after(networkError('ECONNRESET'))).toMatchObject({ kind: 'retry' });
    expect(await after(refusal(901))).toMatchObject({ kind: 'unknown' });
  });
});

describe('a changed wording', () => {
  const sent = anOutgoing(connection, '77', {
    text: 'Here it was.',
    delivery: { state: 'sent', attempts: 1, at: '2026-11-22T10:00:00.000Z', providerId: '6' },
  });

  test('is changed in VK', async () => {
    const { ports, calls } = portsAnswering(secret, [{ response: 1 }]);

    expect(await editVk(sent, ports)).toEqual({ kind: 'edited' });
    expect(formOf(calls[0])).toMatchObject({
      peer_id: '77',
      conversation_message_id: '6',
      message: 'Here it was.',
    });
  });

  test.each([
    [refusal(909), { kind: 'failed' }],
    [refusal(6), { kind: 'retry', afterSeconds: 1 }],
    [networkError('ECONNRESET'), { kind: 'retry' }],
  ])('ends as %o says', async (answer, result) => {
    const { ports } = portsAnswering(secret, [answer]);

    expect(await editVk(sent, ports)).toMatchObject(result);
  });
});
