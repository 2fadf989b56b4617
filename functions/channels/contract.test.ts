import { describe, expect, test } from 'vitest';
import { Instant } from '../../schemas/primitives.ts';
import { fc } from '../../test/make/fast-check.ts';
import { hookFixture, hookFixtures } from '../../test/make/hook-fixture.ts';
import { type HookSender, hookSenders, sentAt } from '../../test/make/hook-senders.ts';
import type { HookRequest, Understood } from './channel.ts';
import { parsers } from './registry/parsers.ts';
import { verifiers } from './registry/verifiers.ts';

/**
 * What every channel promises, whatever its provider: one table of connections, one list of promises. What only one
 * channel does stands beside its own files.
 */
const receivedAt = new Date(sentAt).toISOString();

/** A message, an event nobody knows, and a message of a kind nobody knows, by the fixtures' names. */
const samples: Readonly<
  Record<string, { text: string; unknown?: readonly string[]; unsupported?: readonly string[] }>
> = {
  'telegram-main': { text: 'text', unknown: ['unknown-update'], unsupported: ['unknown-kind'] },
  whatsapp: { text: 'text', unknown: ['template-status'], unsupported: ['unknown-type'] },
  messenger: { text: 'text', unknown: ['unknown-event'], unsupported: ['unknown-attachment'] },
  instagram: { text: 'text', unknown: ['unknown-event'], unsupported: ['unsupported'] },
  viber: { text: 'text', unknown: ['unknown-event'], unsupported: ['unknown-kind'] },
  vk: { text: 'text', unknown: ['unknown-event'] },
  ok: { text: 'text', unknown: ['unknown-event'] },
  sms: { text: 'message' },
  phone: { text: 'call-ringing' },
  'office-phone': { text: 'call-log' },
  'shop-webhook': { text: 'text', unknown: ['unknown-event'] },
};
const foreign: Readonly<Record<string, RegExp>> = {
  phone: /^(connect|call-log)/,
  'office-phone': /^(?!call-log)/,
};
const fixturesOf = ({ channel, connection }: HookSender): readonly string[] =>
  hookFixtures(channel).filter((name) => !foreign[connection.id]?.test(name));
const currentKey = ({ secret, keys }: HookSender) => String((secret[keys] as string[])[0]);

const verify = (sender: HookSender, request: HookRequest, secret: unknown = sender.secret) =>
  verifiers[sender.channel](request, { connection: sender.connection, secret, now: sentAt });

function understand(sender: HookSender, fixture: Buffer): Promise<Understood> {
  const { channel, connection } = sender;
  const { body, headers } = sender.request(fixture, currentKey(sender));
  return parsers[channel]({ connection, headers, body, receivedAt });
}

describe.each(hookSenders.map((sender) => [sender.connection.id, sender] as const))(
  '%s',
  (id, sender) => {
    const { text, unknown, unsupported } = samples[id] ?? { text: 'text' };
    const sample = hookFixture(sender.channel, text);
    const sent = (key = currentKey(sender)) => sender.request(sample, key);

    test('takes what its provider sends', () => {
      expect(verify(sender, sent()).verdict).toBe('accepted');
    });

    test('takes nothing before its secret is filled in, or with another key', () => {
      const blank = Object.fromEntries(
        Object.entries(sender.secret).map(([name, value]) => [
          name,
          Array.isArray(value) ? [] : '',
        ]),
      );

      expect(verify(sender, sent(), blank).verdict).toBe('refused');
      expect(verify(sender, sent(sender.otherKey)).verdict).toBe('refused');
    });

    test('takes both keys while they are rotated', () => {
      const both = { ...sender.secret, [sender.keys]: [sender.otherKey, currentKey(sender)] };

      expect(verify(sender, sent(), both).verdict).toBe('accepted');
      expect(verify(sender, sent(sender.otherKey), both).verdict).toBe('accepted');
    });

    test('refuses a body that was changed on the way, where the body is signed', () => {
      const request = sent();
      const changed = { ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) };
      const isSigned = !['telegram', 'vk', 'ok'].includes(sender.channel);

      expect(verify(sender, changed).verdict).toBe(isSigned ? 'refused' : 'accepted');
    });

    test('refuses every method but the provider’s', () => {
      expect(verify(sender, { ...sent(), method: 'DELETE' }).verdict).toBe('refused');
    });

    test('understands a repetition as the same message under the same key', async () => {
      const [first, second] = [await understand(sender, sample), await understand(sender, sample)];

      expect(first.incoming).toHaveLength(1);
      expect(second).toEqual(first);
    });

    test.each(fixturesOf(sender))('keeps to the shape of messages and events: %s', async (name) => {
      expectShape(sender, await understand(sender, hookFixture(sender.channel, name)));
    });

    test.each(unknown ?? [])('counts an event that nobody knows: %s', async (name) => {
      const { incoming, events, ignored } = await understand(
        sender,
        hookFixture(sender.channel, name),
      );

      expect([incoming, events ?? []]).toEqual([[], []]);
      expect(ignored).not.toEqual([]);
    });

    test.each(unsupported ?? [])('shows a message of an unknown kind: %s', async (name) => {
      const { incoming } = await understand(sender, hookFixture(sender.channel, name));

      expect(incoming[0]?.inbound.text).toMatch(/^\[unsupported: .+\]$/m);
    });

    test('gives up on odd bodies with an error, never with odd messages', async () => {
      const names = fixturesOf(sender);
      const odd = fc.constantFrom(
        null,
        '',
        -1,
        1e300,
        [],
        {},
        true,
        'x'.repeat(70_000),
        '\u0000<b>',
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), fc.nat(), odd, async (name, place, value) => {
          const fixture = JSON.parse(hookFixture(sender.channel, name).toString('utf8'));
          const body = Buffer.from(JSON.stringify(withOdd(fixture, place, value)));
          const understood = await understand(sender, body).catch(() => undefined);
          if (understood) expectShape(sender, understood);
        }),
        { numRuns: 150 },
      );
    });
  },
);

function expectShape({ channel, connection }: HookSender, understood: Understood): void {
  for (const { inbound, files } of understood.incoming) {
    expect(inbound.channel).toBe(channel);
    expect(inbound.idempotencyKey.startsWith(`${channel}|${connection.id}|`)).toBe(true);
    expect(Instant.safeParse(inbound.occurredAt).success).toBe(true);
    expect(inbound.sender.externalId).toMatch(/^.{1,320}$/su);
    expect(inbound.sender.name).toMatch(/^.{1,120}$/su);
    expect(inbound.subject.length).toBeLessThanOrEqual(500);
    expect(
      inbound.text + files.map(({ name }) => name).join('') + (inbound.call?.id ?? ''),
    ).not.toBe('');
    for (const leaf of inbound.leaves) expect(inbound.pointers).toContain(leaf);
    for (const key of [...inbound.pointers, ...inbound.leaves])
      expect(key).not.toMatch(/undefined|NaN|\[object/);
  }
  for (const event of understood.events ?? []) {
    expect(Instant.safeParse(event.at).success).toBe(true);
    if ('keys' in event) {
      expect(event.keys).not.toEqual([]);
      for (const key of event.keys)
        expect(key).toMatch(new RegExp(`^${channel}\\|[a-z0-9-]+\\|(in|out)\\|.+`, 's'));
    }
  }
}

/** The value with one of its leaves, counted from the front, made odd. */
function withOdd(value: unknown, place: number, odd: unknown): unknown {
  const leaves = countLeaves(value);
  let left = leaves === 0 ? 0 : place % leaves;
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
    return left-- === 0 ? odd : one;
  };
  return walk(value);
}

function countLeaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + countLeaves(inner), 0);
}
