import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../schemas/connection.ts';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { testBases } from '../../../test/make/provider-bases.ts';
import type { Sender } from '../../desk/inbound.ts';
import { nameAsker, withName } from './names.ts';

const connections: readonly Connection[] = [
  { id: 'fb', channel: 'messenger', name: 'Page', topic: 'other', pageId: '1' },
  {
    id: 'ig',
    channel: 'instagram',
    name: 'Account',
    topic: 'other',
    flavor: 'login',
    accountId: '2',
  },
];
const secret = { accessToken: 'token', appSecrets: [], verifyToken: '' };

const onMessenger: Sender = {
  channel: 'messenger',
  connectionId: 'fb',
  externalId: '61',
  name: 'Facebook user',
  isVerified: true,
};
const onInstagram: Sender = {
  ...onMessenger,
  channel: 'instagram',
  connectionId: 'ig',
  name: 'Instagram user',
};

function asking(answers: readonly (object | Response | Error)[], stored: unknown = secret) {
  const { ports, calls } = portsAnswering(stored, answers);
  let time = 0;
  const nameOf = nameAsker({
    connections,
    secretOf: async () => stored,
    bases: testBases,
    fetch: ports.fetch,
    now: () => time,
  });
  return { nameOf, calls, wait: (ms: number) => void (time += ms) };
}

describe('a name that the channel did not send along', () => {
  test.each([
    [onMessenger, { first_name: 'Olya', last_name: 'Petrova' }, 'Olya Petrova'],
    [onMessenger, { first_name: 'Olya' }, 'Olya'],
    [onInstagram, { name: 'Olya Petrova', username: 'olya.p' }, 'Olya Petrova'],
    [onInstagram, { username: 'olya.p' }, 'olya.p'],
  ])('is asked for (%#)', async (sender, answer, name) => {
    expect(await asking([answer]).nameOf(sender)).toBe(name);
  });

  test.each([
    ['is not told', Response.json({ error: { code: 100, error_subcode: 33 } }, { status: 400 })],
    ['is empty', {}],
    ['comes as nonsense', new Response('<html>')],
    ['cannot be asked for', networkError('ECONNRESET')],
  ])('is missing when it %s', async (_name, answer) => {
    expect(await asking([answer]).nameOf(onMessenger)).toBeUndefined();
  });

  test('is missing when the secret cannot be read', async () => {
    expect(await asking([{ first_name: 'Olya' }], 'odd').nameOf(onMessenger)).toBeUndefined();
  });

  test('is asked for once an hour, told or not', async () => {
    const { nameOf, calls, wait } = asking([{}]);

    await Promise.all([nameOf(onMessenger), nameOf(onMessenger)]);
    expect(calls).toHaveLength(1);
    wait(60 * 60_000);
    await nameOf(onMessenger);
    expect(calls).toHaveLength(2);
  });
});

describe('a message', () => {
  const nobody = { findByIdentity: async () => undefined };
  const inbound = anInbound({ channel: 'messenger', connectionId: 'fb', sender: onMessenger });

  test('gets the name that was told', async () => {
    const named = await withName({ customers: nobody, nameOf: async () => 'Olya' }, inbound);

    expect(named.sender.name).toBe('Olya');
  });

  test('keeps the placeholder when none was told', async () => {
    const named = await withName({ customers: nobody, nameOf: async () => undefined }, inbound);

    expect(named.sender.name).toBe('Facebook user');
  });

  test('of a channel that sends names is left alone', async () => {
    const asked: Sender[] = [];
    const nameOf = async (sender: Sender) => {
      asked.push(sender);
      return undefined;
    };

    const mail = anInbound();
    expect(await withName({ customers: nobody, nameOf }, mail)).toBe(mail);
    expect(asked).toEqual([]);
  });
});
