import { describe, expect, test } from 'vitest';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { checkViber } from './check.ts';
import { eventTypes } from './event.ts';

const connection = { id: 'viber', channel: 'viber', name: 'Kopilka', topic: 'other' } as const;
const hookUrl = 'https://desk.example/hooks/viber/viber';
const account = (webhook: string) => ({
  status: 0,
  status_message: 'ok',
  name: 'Kopilka',
  uri: 'kopilka',
  webhook,
  event_types: eventTypes,
});
const ok = { status: 0, status_message: 'ok' };

const check = async (answers: readonly (object | Error)[], authTokens = ['token']) => {
  const { ports, calls } = portsAnswering({ authTokens }, answers);
  return { result: await checkViber({ ...ports, connection, hookUrl }), calls };
};

describe('a look at a Viber bot', () => {
  test('leaves a webhook that leads to us', async () => {
    const { result, calls } = await check([account(hookUrl)]);

    expect(result).toEqual({ state: 'working', account: 'Kopilka (kopilka)' });
    expect(calls).toHaveLength(1);
  });

  test('sets it when it leads elsewhere', async () => {
    const { result, calls } = await check([account('https://other.example'), ok]);

    expect(result.state).toBe('working');
    expect(calls[1]?.body).toMatchObject({ url: hookUrl, event_types: eventTypes });
  });

  test.each([
    ['revoked', [{ status: 2, status_message: 'invalidAuthToken' }]],
    ['failing', [networkError('ECONNRESET')]],
    ['failing', [{ status: 0, webhook: 5 }]],
    ['hook-missing', [account(''), { status: 1, status_message: 'invalidUrl' }]],
  ])('finds it %s', async (state, answers) => {
    expect((await check(answers)).result).toMatchObject({ state });
  });

  test('asks nobody before its token is filled in', async () => {
    const { result, calls } = await check([ok], []);

    expect(result.state).toBe('not-set-up');
    expect(calls).toEqual([]);
  });
});
