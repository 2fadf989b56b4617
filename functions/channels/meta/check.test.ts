import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../schemas/connection.ts';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { testBases } from '../../../test/make/provider-bases.ts';
import type { Check } from '../check.ts';
import { checkInstagram } from '../instagram/check.ts';
import { checkMessenger } from '../messenger/check.ts';
import { checkWhatsApp } from '../whatsapp/check.ts';

const common = { name: 'Kopilka', topic: 'other' } as const;
const number = { ...common, id: 'wa', channel: 'whatsapp', phoneNumberId: '106' } as const;
const page = { ...common, id: 'fb', channel: 'messenger', pageId: '102' } as const;
const account = {
  ...common,
  id: 'ig',
  channel: 'instagram',
  flavor: 'login',
  accountId: '178',
} as const;
const secret = { accessToken: 'the-token', appSecrets: ['s'], verifyToken: 'v' };
const hookUrl = 'https://desk.example/hooks/whatsapp/wa';
const now = () => Date.parse('2026-11-22T10:00:00.000Z');

/** Checks a connection whose provider gives these answers; what was asked, without the base. */
async function checking(
  check: Check,
  connection: Connection,
  answers: readonly (object | Response | Error)[],
  stored: unknown = secret,
) {
  const { ports, calls } = portsAnswering(stored, answers);
  const context = {
    connection,
    secret: stored,
    bases: testBases,
    fetch: ports.fetch,
    hookUrl,
    now,
  };
  const result = await check(context);
  return { result, calls, asked: calls.map(({ url }) => url.replace(/^.*v25\.0/, '')) };
}

const revoked = { error: { message: 'Session has expired', code: 190, error_subcode: 463 } };

describe.each([
  ['whatsapp', checkWhatsApp, number],
  ['messenger', checkMessenger, page],
  ['instagram', checkInstagram, account],
] as const)('a look at %s', (_channel, check, connection) => {
  test('names what the secret lacks, and asks nobody', async () => {
    const blank = { accessToken: '', appSecrets: [], verifyToken: 'v' };

    const { result, calls } = await checking(check, connection, [{}], blank);

    expect(result).toEqual({
      state: 'not-set-up',
      error: 'empty in the secret: accessToken, appSecrets',
    });
    expect(calls).toEqual([]);
  });

  test('finds a token that ended', async () => {
    const { result } = await checking(check, connection, [revoked]);

    expect(result).toMatchObject({ state: 'revoked', error: expect.stringContaining('190/463') });
  });

  test('finds that Meta cannot be reached', async () => {
    const { result } = await checking(check, connection, [networkError('ECONNREFUSED')]);

    expect(result.state).toBe('failing');
    expect(JSON.stringify(result)).not.toContain('the-token');
  });
});

describe('a WhatsApp number', () => {
  const answer = (hooks?: object) => ({
    verified_name: 'Kopilka',
    display_phone_number: '+49 30 1',
    ...(hooks && { webhook_configuration: hooks }),
  });

  test.each([
    ['its own hook', { phone_number: hookUrl, application: 'https://other.example/' }],
    ['the app’s', { application: 'https://desk.example/hooks/whatsapp/another' }],
    ['a hook that is not told', undefined],
  ])('works by %s', async (_name, hooks) => {
    const { result, calls } = await checking(checkWhatsApp, number, [answer(hooks)]);

    expect(result).toEqual({ state: 'working', account: 'Kopilka (+49 30 1)' });
    expect(calls).toHaveLength(1);
  });

  test('whose messages go elsewhere gets a hook of its own', async () => {
    const elsewhere = answer({ application: 'https://other.example/hook' });

    const { result, calls } = await checking(checkWhatsApp, number, [elsewhere, { success: true }]);

    expect(result.state).toBe('working');
    expect(calls[1]).toMatchObject({
      url: 'https://graph.example/v25.0/106',
      body: { webhook_configuration: { override_callback_uri: hookUrl, verify_token: 'v' } },
    });
  });

  test('that Meta does not let us have is told so', async () => {
    const refused = { error: { message: 'No permission', code: 200 } };

    const { result } = await checking(checkWhatsApp, number, [answer({}), refused]);

    expect(result).toMatchObject({ state: 'hook-missing', account: 'Kopilka (+49 30 1)' });
  });
});

describe('a page', () => {
  const me = { id: '102', name: 'Kopilka page' };
  const told = (...fields: string[]) => ({ data: [{ id: '1', subscribed_fields: fields }] });
  const all = told(
    'messages',
    'messaging_postbacks',
    'message_deliveries',
    'message_reads',
    'message_echoes',
    'message_reactions',
    'messaging_referrals',
  );

  test('that is subscribed works', async () => {
    const hooks = { data: [{ object: 'page', callback_url: hookUrl }] };

    const { result, calls } = await checking(checkMessenger, page, [me, all, { id: '7' }, hooks]);

    expect(result).toEqual({ state: 'working', account: 'Kopilka page' });
    expect(calls[3]?.url).toContain('/7/subscriptions');
    expect(calls[3]?.headers.get('authorization')).toBe('Bearer 7|s');
    expect(calls).toHaveLength(4);
  });

  test('works as well when the app’s hook is not shown', async () => {
    const refused = { error: { message: 'No', code: 200 } };

    const { result } = await checking(checkMessenger, page, [me, all, { id: '7' }, refused]);

    expect(result.state).toBe('working');
  });

  test('whose app posts elsewhere keeps doing so, and somebody is told', async () => {
    const hooks = { data: [{ object: 'page', callback_url: 'https://other.example/x' }] };

    const { result, calls } = await checking(checkMessenger, page, [me, all, { id: '7' }, hooks]);

    expect(result).toMatchObject({
      state: 'hook-missing',
      error: expect.stringContaining('other.example'),
    });
    expect(calls).toHaveLength(4);
  });

  test('whose app posts nowhere gets this desk’s hook', async () => {
    const none = { data: [{ object: 'user', callback_url: 'https://other.example/x' }] };
    const answers = [me, all, { id: '7' }, none, { success: true }];

    const { result, calls } = await checking(checkMessenger, page, answers);

    expect(result.state).toBe('working');
    expect(calls[4]?.body).toMatchObject({
      object: 'page',
      callback_url: hookUrl,
      verify_token: 'v',
      fields: expect.stringMatching(/^messages,/),
    });
  });

  test('of another token is told apart', async () => {
    const { result } = await checking(checkMessenger, page, [{ id: '999', name: 'Other' }]);

    expect(result).toMatchObject({ state: 'failing', error: expect.stringContaining('102') });
  });

  test('is subscribed to what is missing, without fields that the API does not know', async () => {
    const unknown = Response.json(
      { error: { message: 'Unknown field', code: 100 } },
      { status: 400 },
    );

    const { result, asked } = await checking(checkMessenger, page, [
      me,
      told('messages'),
      unknown,
      { success: true },
    ]);

    expect(result.state).toBe('working');
    expect(asked[2]).toContain('message_edits');
    expect(asked[3]).toContain('subscribed_fields=messages,');
    expect(asked[3]).not.toContain('message_edits');
  });

  test('that cannot be subscribed hears nothing', async () => {
    const refused = { error: { message: 'Needs pages_manage_metadata', code: 200 } };

    const { result } = await checking(checkMessenger, page, [me, told(), refused]);

    expect(result).toMatchObject({ state: 'hook-missing', account: 'Kopilka page' });
  });
});

describe('an Instagram account', () => {
  const me = { id: '1', user_id: '178', username: 'kopilka' };
  const all = {
    data: [
      {
        subscribed_fields: [
          'messages',
          'messaging_postbacks',
          'message_reactions',
          'messaging_seen',
          'messaging_referral',
          'standby',
        ],
      },
    ],
  };

  test.each([
    ['2026-11-01', 'working'],
    ['2026-10-01', 'failing'],
  ])('with a token of %s is %s', async (tokenIssuedOn, state) => {
    const stored = { ...secret, tokenIssuedOn };

    const { result } = await checking(checkInstagram, account, [me, all], stored);

    expect(result).toMatchObject({ state, account: '@kopilka' });
    if (state === 'failing') expect(result.error).toContain('2026-11-30');
  });

  test('behind a page is known by the page’s token', async () => {
    const behind = { ...account, flavor: 'page' } as const;
    const found = { instagram_business_account: { id: '178', username: 'kopilka' } };

    const { result, calls } = await checking(checkInstagram, behind, [found, all]);

    expect(result).toEqual({ state: 'working', account: '@kopilka' });
    expect(calls[0]?.url).toMatch(/^https:\/\/graph\.example/);
  });
});
