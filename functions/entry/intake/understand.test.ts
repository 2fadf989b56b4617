import { describe, expect, test } from 'vitest';
import { FormRequest, type InboundJob } from '../../../schemas/queue.ts';
import { Ticket } from '../../../schemas/ticket.ts';
import { Message } from '../../../schemas/timeline.ts';
import { aMail, aNotification, testConnections, testSecret } from '../../../test/make/an-intake.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { noRules } from '../../../test/make/no-rules.ts';
import { ourMailOf } from '../../channels/mail/our-mail.ts';
import { defaultTopics } from '../../desk/defaults/topics.ts';
import { newCustomer, openingChange } from './make-change.ts';
import { parseJob } from './parse-job.ts';
import { type UnderstandingDesk, understand } from './understand.ts';

const desk: UnderstandingDesk = {
  connections: testConnections,
  topics: defaultTopics,
  our: ourMailOf({ domain: 'desk.example', connections: testConnections }, [testSecret]),
};
const now = '2026-11-22T10:00:01.000Z';

const ask = (job: InboundJob, bytes: Uint8Array = Buffer.alloc(0)) =>
  understand({ job, bytes, desk, now });

/** What would be saved for everything that was understood. */
const changesOf = async (job: InboundJob, bytes: Uint8Array) =>
  (await ask(job, bytes)).incoming.map(({ inbound }) => ({
    ...openingChange({
      inbound,
      known: { pointers: [] },
      number: 1,
      topics: defaultTopics,
      book: noRules,
      connection: desk.connections.find(({ id }) => id === inbound.connectionId),
      followUpOf: undefined,
      now,
    }),
    customer: newCustomer(inbound, now),
  }));

const expectWhole = async (job: InboundJob, bytes: Uint8Array): Promise<void> => {
  for (const { ticket, entries, customer } of await changesOf(job, bytes)) {
    Ticket.parse(ticket);
    for (const entry of entries) Message.parse(entry);
    expect(customer.name.length).toBeLessThanOrEqual(120);
  }
};

describe('whatever comes', () => {
  const header = fc.constantFrom(
    'From',
    'To',
    'Cc',
    'Reply-To',
    'Subject',
    'Message-ID',
    'References',
    'In-Reply-To',
    'Date',
    'Content-Type',
    'X-Original-Sender',
  );
  const value = fc.string({ unit: 'binary', maxLength: 2000, size: 'max' });

  test('by mail becomes what the contract allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(header, value), { maxLength: 12 }),
        value,
        async (headers, body) => {
          const lines = headers.map(([name, text]) => `${name}: ${text}`);
          const mail = Buffer.from([...lines, '', body].join('\r\n'));

          await expectWhole(aNotification('m1'), mail);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('by a hook becomes a message or is named as ignored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        const job = {
          kind: 'hook',
          channel: 'telegram',
          connectionId: 'bot',
          receivedAt: now,
          headers: {},
        } as const;

        const { incoming, ignored } = await ask(job, bytes);

        expect(incoming.length + ignored.length).toBe(1);
        await expectWhole(job, bytes);
      }),
      { numRuns: 100 },
    );
  });

  test('gets the same keys again', async () => {
    const keys = async () =>
      (await ask(aNotification('m1'), aMail())).incoming.map(
        ({ inbound }) => inbound.idempotencyKey,
      );

    expect(await keys()).toEqual(await keys());
  });
});

describe('mail that is fed again', () => {
  const stored = Buffer.concat([
    Buffer.from(
      [
        'Return-Path: <ann@customer.example>',
        'Received: from mx.customer.example by inbound-smtp.eu-central-1.amazonaws.com with SMTP id abc for sales@desk.example; Sun, 22 Nov 2026 09:00:00 +0000 (UTC)',
        'X-SES-Spam-Verdict: PASS',
        'X-SES-Virus-Verdict: PASS',
        'Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@customer.example; dmarc=pass',
        '',
      ].join('\r\n'),
    ),
    aMail(),
  ]);
  const replay = { kind: 'replay', bucket: 'raw', key: 'mail/abc' } as const;

  test('is what it was, by what SES wrote on top', async () => {
    const [message] = (await ask(replay, stored)).incoming;

    expect(message?.inbound).toMatchObject({
      connectionId: 'sales',
      sender: { isVerified: true },
      occurredAt: '2026-11-22T09:00:00.000Z',
      rawKey: 'mail/abc',
    });
  });

  test('believes nothing that the sender wrote below', async () => {
    const forged = aMail({
      headers: ['Authentication-Results: amazonses.com; dkim=pass; spf=pass'],
    });

    const [message] = (await ask(replay, forged)).incoming;

    expect(message?.inbound.sender.isVerified).toBe(false);
  });
});

describe('a request by the form', () => {
  const request = FormRequest.parse({
    kind: 'form',
    connectionId: 'form',
    submissionId: '5f0c8cf0-8f3c-4c50-9d6c-0d8f4c3a2b10',
    receivedAt: now,
    topic: 'missing-cashback',
    email: 'Ann@Customer.example',
    name: 'Ann',
    text: 'It did not come.',
    fields: { order: '12-345', shop: 'Books' },
    attachments: [],
    language: 'en',
  });

  test('is its fields in the form’s order and words, then the text', async () => {
    const [message] = (await ask(request)).incoming;

    expect(message?.inbound).toMatchObject({
      chosenTopic: 'missing-cashback',
      replyTo: { address: 'ann@customer.example' },
      sender: { isVerified: false, connectionId: 'unverified' },
    });
    expect(message?.inbound.text).toMatch(
      /^Shop: Books\nOrder number: 12-345\n\nIt did not come\.$/,
    );
  });
});

describe('a queue message', () => {
  test.each([
    'Successfully validated SNS topic for Amazon SES event publishing.',
    '{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"ok"}',
  ])('that carries no mail is no job: %s', (body) => {
    expect(parseJob(body)).toEqual({ kind: 'none' });
  });

  test('of another shape is for the dead letters', () => {
    expect(() => parseJob('{"kind":"else"}')).toThrow();
  });
});
