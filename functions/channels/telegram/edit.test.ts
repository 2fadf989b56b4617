import { describe, expect, test } from 'vitest';
import { anOutgoing, networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { editTelegram } from './edit.ts';

const connection = { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' } as const;
const secret = { botToken: '123:token', webhookSecrets: [] };
const sent = anOutgoing(connection, '77@bc-1', {
  text: 'Here it was.',
  delivery: { state: 'sent', attempts: 1, at: '2026-11-22T10:00:00.000Z', providerId: '9' },
});
const refusal = (code: number, description: string) => ({
  ok: false,
  error_code: code,
  description,
});
const methods = (calls: readonly { readonly url: string }[]) =>
  calls.map(({ url }) => url.split('/').at(-1));

describe('a changed wording', () => {
  test('is changed in its chat', async () => {
    const { ports, calls } = portsAnswering(secret, [{ ok: true, result: {} }]);

    expect(await editTelegram(sent, ports)).toEqual({ kind: 'edited' });
    expect(calls[0]?.body).toEqual({
      chat_id: '77',
      business_connection_id: 'bc-1',
      message_id: 9,
      text: 'Here it was.',
    });
  });

  test('is changed under the file that it went with', async () => {
    const { ports, calls } = portsAnswering(secret, [
      refusal(400, 'Bad Request: there is no text in the message to edit'),
      { ok: true, result: {} },
    ]);

    expect(await editTelegram(sent, ports)).toEqual({ kind: 'edited' });
    expect(methods(calls)).toEqual(['editMessageText', 'editMessageCaption']);
  });

  test.each([
    [refusal(400, 'Bad Request: message is not modified'), { kind: 'edited' }],
    [refusal(400, "Bad Request: message can't be edited"), { kind: 'failed' }],
    [refusal(401, 'Unauthorized'), { kind: 'failed', isRevoked: true }],
    [networkError('ECONNRESET'), { kind: 'retry' }],
  ])('ends as %o says', async (answer, result) => {
    const { ports } = portsAnswering(secret, [answer]);

    expect(await editTelegram(sent, ports)).toMatchObject(result);
  });
});
