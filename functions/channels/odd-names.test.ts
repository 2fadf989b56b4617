import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Call, Reaction } from '../../schemas/timeline.ts';
import { hookFixture, hookFixtures } from '../../test/make/hook-fixture.ts';
import { type HookSender, hookSenders, sentAt } from '../../test/make/hook-senders.ts';
import { parsers } from './registry/parsers.ts';

/** What providers never say, in each place where they say something. */
const odd: readonly string[] = [
  'constructor',
  'toString',
  '__proto__',
  '\u0000',
  '1e300',
  '-1',
  'я'.repeat(800),
  'x'.repeat(5_000),
];
const channels: readonly string[] = [
  'whatsapp',
  'messenger',
  'instagram',
  'viber',
  'vk',
  'ok',
  'sms',
  'phone',
];
const foreign: Readonly<Record<string, RegExp>> = {
  phone: /^(connect|call-log)/,
  'office-phone': /^(?!call-log)/,
};

const Event = z.looseObject({
  kind: z.string(),
  receipt: z.enum(['sent', 'delivered', 'read']).optional(),
  emoji: Reaction.shape.emoji.optional(),
  error: z.string().max(300).optional(),
  keys: z.array(z.string().max(1_000)).optional(),
  chat: z.string().max(1_000).optional(),
});
const Message = z.looseObject({
  idempotencyKey: z.string().max(1_000),
  externalId: z.string().max(998).optional(),
  inReplyTo: z.string().max(998).optional(),
  sender: z.looseObject({
    externalId: z.string().min(1).max(320),
    name: z.string().min(1).max(120),
  }),
  replyTo: z.looseObject({ address: z.string().max(320) }),
  subject: z.string().max(500),
  call: Call.optional(),
});
const File = z.looseObject({ name: z.string(), type: z.string(), ref: z.string().optional() });
const Shape = z.object({
  incoming: z.array(z.object({ inbound: Message, files: z.array(File) })),
  events: z.array(Event).optional(),
  ignored: z.array(z.string().max(100)),
});

describe.each(
  hookSenders
    .filter(({ channel }) => channels.includes(channel))
    .map((sender) => [sender.connection.id, sender] as const),
)('%s', (id, sender) => {
  test.each(hookFixtures(sender.channel).filter((name) => !foreign[id]?.test(name)))(
    'understands %s with odd words in it, or says that it cannot',
    async (name) => {
      const fixture: unknown = JSON.parse(hookFixture(sender.channel, name).toString('utf8'));
      for (const place of placesIn(fixture))
        for (const word of odd)
          await expectUnderstood(
            sender,
            withWord(fixture, place, word),
            `${place.join('.')}: ${word}`,
          );
    },
  );
});

async function expectUnderstood(sender: HookSender, fixture: unknown, what: string): Promise<void> {
  const { channel, connection, secret, keys } = sender;
  const key = String((secret[keys] as string[])[0]);
  const { body, headers } = sender.request(Buffer.from(JSON.stringify(fixture)), key);
  const receivedAt = new Date(sentAt).toISOString();
  const fault = await parsers[channel]({ connection, headers, body, receivedAt }).then(
    (understood) => Shape.safeParse(understood).error?.message,
    // Another shape: an agent sees the bytes.
    (error: unknown) => (error instanceof z.ZodError ? undefined : error),
  );
  expect(fault, what.slice(0, 200)).toBeUndefined();
}

type Place = readonly string[];

/** Every text in a value. */
const placesIn = (value: unknown): readonly Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        placesIn(inner).map((place) => [name, ...place]),
      )
    : typeof value === 'string'
      ? [[]]
      : [];

function withWord(value: unknown, [name, ...place]: Place, word: string): unknown {
  if (name === undefined) return word;
  const inner = (value as Readonly<Record<string, unknown>>)[name];
  const changed = withWord(inner, place, word);
  return Array.isArray(value)
    ? value.with(Number(name), changed)
    : { ...(value as object), [name]: changed };
}
