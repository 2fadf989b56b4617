import { describe, expect, test } from 'vitest';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { answerVkPostback } from './answer-postback.ts';
import { checkVk } from './check.ts';

const connection = {
  id: 'vk',
  channel: 'vk',
  name: 'Kopilka VK',
  topic: 'other',
  groupId: '219619619',
} as const;
const secret = { accessToken: 'vk-token', secrets: ['new', 'old'], confirmation: '3d9a1c2b' };
const hookUrl = 'https://desk.example/hooks/vk/vk';
const done = (response: unknown) => ({ response });
const refusal = (code: number) => ({ error: { error_code: code, error_msg: 'words' } });
const group = done({ groups: [{ id: 219_619_619, name: 'Kopilka' }] });
const code = done({ code: '3d9a1c2b' });
const servers = (...items: object[]) => done({ count: items.length, items });
const ours = { id: 4, url: hookUrl, title: 'Firstline', status: 'ok', secret_key: 'new' };

const check = async (answers: readonly (object | Error)[], stored: unknown = secret) => {
  const { ports, calls } = portsAnswering(stored, answers);
  const result = await checkVk({ ...ports, connection, hookUrl });
  return {
    result,
    methods: calls.map(({ url }) => url.split('/').at(-1)),
    form: (index: number) => {
      const body = calls[index]?.body;
      return Object.fromEntries(body instanceof URLSearchParams ? body : []);
    },
  };
};

describe('a look at a community', () => {
  test('adds our callback server, with the current key and our events', async () => {
    const { result, form } = await check([group, code, servers(), done({ server_id: 4 }), done(1)]);

    expect(result).toEqual({ state: 'working', account: 'Kopilka' });
    expect(form(3)).toMatchObject({ url: hookUrl, secret_key: 'new', title: 'Firstline' });
    expect(form(4)).toMatchObject({ server_id: '4', message_new: '1', message_read: '1' });
  });

  test('leaves a server that has everything', async () => {
    const { result, methods } = await check([group, code, servers(ours), done(1)]);

    expect(result.state).toBe('working');
    expect(methods).not.toContain('groups.addCallbackServer');
    expect(methods).not.toContain('groups.editCallbackServer');
  });

  test('gives it the new key after a rotation', async () => {
    const before = { ...ours, secret_key: 'old' };
    const { result, form } = await check([group, code, servers(before), done(1), done(1)]);

    expect(result.state).toBe('working');
    expect(form(3)).toMatchObject({ server_id: '4', secret_key: 'new' });
  });

  test('says which confirmation string is missing', async () => {
    const { result } = await check([group, done({ code: 'aabbccdd' })]);

    expect(result).toMatchObject({
      state: 'hook-missing',
      error: 'put confirmation "aabbccdd" into the secret',
    });
  });

  test.each([
    ['revoked', [refusal(5)]],
    ['failing', [networkError('ECONNRESET')]],
    ['failing', [group, done({ code: 5 })]],
    ['hook-missing', [group, code, servers(), refusal(2000)]],
    ['failing', [group, code, servers({ ...ours, status: 'failed' }), done(1)]],
  ])('finds it %s (%#)', async (state, answers) => {
    expect((await check(answers)).result).toMatchObject({ state });
  });

  test('asks nobody before its secret is filled in', async () => {
    const { result, methods } = await check([group], { ...secret, accessToken: '' });

    expect(result.state).toBe('not-set-up');
    expect(methods).toEqual([]);
  });
});

describe('the answer to a pressed button', () => {
  const answer = { connectionId: 'vk', id: 'b1', data: { user_id: '77', peer_id: '77' } };

  test.each([
    [done(1), 'answered'],
    [refusal(100), 'gone'],
    [refusal(6), 'retry'],
    [networkError('ECONNRESET'), 'retry'],
  ])('ends as %o says', async (answered, kind) => {
    const { ports, calls } = portsAnswering(secret, [answered]);

    expect(await answerVkPostback({ answer, ...ports })).toMatchObject({ kind });
    expect(calls[0]?.url).toContain('messages.sendMessageEventAnswer');
  });
});
