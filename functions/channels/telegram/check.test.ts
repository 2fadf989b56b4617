import { describe, expect, test } from 'vitest';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { checkTelegram } from './check.ts';

const connection = { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' } as const;
const secret = { botToken: '123:token', webhookSecrets: ['new', 'old'] };
const hookUrl = 'https://desk.example/hooks/telegram/bot';
const done = (result: unknown) => ({ ok: true, result });
const me = done({ id: 1, is_bot: true, first_name: 'Desk', username: 'desk_bot' });
const revoked = { ok: false, error_code: 401, description: 'Unauthorized' };

const check = async (answers: readonly (object | Error)[], stored: unknown = secret) => {
  const { ports, calls } = portsAnswering(stored, answers);
  return { result: await checkTelegram({ ...ports, connection, hookUrl }), calls };
};

describe('a look at a bot', () => {
  test('sets its webhook with the current secret and the updates we want', async () => {
    const { result, calls } = await check([me, done(true), done({ url: hookUrl })]);

    expect(result).toEqual({ state: 'working', account: '@desk_bot' });
    expect(calls[1]?.body).toMatchObject({
      url: hookUrl,
      secret_token: 'new',
      allowed_updates: expect.arrayContaining(['edited_message', 'callback_query']),
    });
  });

  test.each([
    ['revoked', [revoked]],
    ['failing', [networkError('ECONNRESET')]],
    ['failing', [{ ok: true, result: 'odd' }]],
    ['hook-missing', [me, { ok: false, error_code: 400, description: 'bad webhook' }]],
    ['hook-missing', [me, done(true), done({ url: 'https://other.example' })]],
    [
      'failing',
      [
        me,
        done(true),
        done({ url: hookUrl, pending_update_count: 3, last_error_message: 'Wrong response: 503' }),
      ],
    ],
  ])('finds it %s (%#)', async (state, answers) => {
    expect((await check(answers)).result).toMatchObject({ state });
  });

  test('forgets an error after which everything arrived', async () => {
    const info = done({ url: hookUrl, pending_update_count: 0, last_error_message: 'timeout' });

    expect((await check([me, done(true), info])).result.state).toBe('working');
  });

  test.each([[{ botToken: '', webhookSecrets: [] }], [{ botToken: '1:a', webhookSecrets: [] }]])(
    'asks nobody before its secret is filled in: %o',
    async (stored) => {
      const { result, calls } = await check([me], stored);

      expect(result.state).toBe('not-set-up');
      expect(calls).toEqual([]);
    },
  );
});
