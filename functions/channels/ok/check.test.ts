import { describe, expect, test } from 'vitest';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { answerOkPostback } from './answer-postback.ts';
import { checkOk } from './check.ts';

const connection = { id: 'ok', channel: 'ok', name: 'Kopilka OK', topic: 'other' } as const;
const secret = { accessToken: 'ok-token', urlSecrets: ['new', 'old'] };
const hookUrl = 'https://desk.example/hooks/ok/ok';
const subscribed = (...urls: string[]) => ({ subscriptions: urls.map((url) => ({ url })) });
const done = { success: true };
const refusal = (code: number) => ({ error_code: code, error_msg: 'words' });

const check = async (answers: readonly (object | Error)[], stored: unknown = secret) => {
  const { ports, calls } = portsAnswering(stored, answers);
  const result = await checkOk({ ...ports, connection, hookUrl });
  return { result, calls: calls.map(({ url, body }) => [url.split(/[/?]/).at(-2), body]) };
};

describe('a look at a group', () => {
  test('leaves a subscription that leads to us', async () => {
    const { result, calls } = await check([subscribed(`${hookUrl}?key=new`)]);

    expect(result).toEqual({ state: 'working' });
    expect(calls).toHaveLength(1);
  });

  test('subscribes again what OK dropped, and takes off what has an older key', async () => {
    const others = 'https://other.example/hook';
    const { result, calls } = await check([subscribed(others, `${hookUrl}?key=old`), done, done]);

    expect(result.state).toBe('working');
    expect(calls.slice(1)).toEqual([
      ['subscribe', { url: `${hookUrl}?key=new` }],
      ['unsubscribe', { url: `${hookUrl}?key=old` }],
    ]);
  });

  test.each([
    ['revoked', [refusal(103)]],
    ['failing', [networkError('ECONNRESET')]],
    ['failing', [{ subscriptions: 'odd' }]],
    ['hook-missing', [subscribed(), refusal(100)]],
    ['hook-missing', [subscribed(), { success: false }]],
  ])('finds it %s', async (state, answers) => {
    expect((await check(answers)).result).toMatchObject({ state });
  });

  test('asks nobody before its secret is filled in', async () => {
    const { result, calls } = await check([done], { accessToken: 'ok-token', urlSecrets: [] });

    expect(result.state).toBe('not-set-up');
    expect(calls).toEqual([]);
  });
});

describe('the answer to a pressed button', () => {
  const answer = { connectionId: 'ok', id: 'cb/1', data: { chat: 'chat:C1f' } };

  test('names the press in its chat', async () => {
    const { ports, calls } = portsAnswering(secret, [done]);

    expect(await answerOkPostback({ answer, ...ports })).toEqual({ kind: 'answered' });
    expect(calls[0]?.url).toBe(
      'https://ok.example/graph/chat%3AC1f/answer?access_token=ok-token&callbackId=cb%2F1',
    );
  });

  test.each([
    [refusal(100), 'gone'],
    [refusal(2), 'retry'],
  ])('ends as %o says', async (answered, kind) => {
    const { ports } = portsAnswering(secret, [answered]);

    expect(await answerOkPostback({ answer, ...ports })).toMatchObject({ kind });
  });
});
