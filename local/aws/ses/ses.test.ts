import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailIdentityArn } from '../arn.ts';
import type { MailEvent } from '../contract.ts';
import { account, region, type Stand, standWith } from '../test-stand.ts';

const from = 'Help <help@desk.example>';
const events: MailEvent[] = [];
let stand: Stand;
let client: SESv2Client;

beforeAll(async () => {
  const identity = mailIdentityArn({ region, account }, 'desk.example');
  stand = await standWith({
    mailIdentities: ['desk.example'],
    roles: [
      {
        name: 'deliver',
        statements: [
          {
            Effect: 'Allow',
            Action: ['ses:SendEmail', 'ses:SendRawEmail'],
            Resource: identity,
            Condition: { StringEquals: { 'ses:FromAddress': 'help@desk.example' } },
          },
        ],
      },
    ],
    callbacks: { mailEvent: (event) => events.push(event) },
  });
  client = new SESv2Client(stand.as('deliver'));
});
afterAll(async () => {
  client.destroy();
  await stand[Symbol.asyncDispose]();
});
beforeEach(() => {
  events.length = 0;
});

function aMail(lines: readonly string[] = [], body = 'Hello'): Buffer {
  const head = [`From: ${from}`, 'To: Ann <ann@mail.example>', 'Subject: =?utf-8?q?Hi?='];
  return Buffer.from([...head, ...lines, '', body].join('\r\n'));
}

const sendRaw = (Data: Buffer, more: Partial<SendEmailCommandInput> = {}) =>
  client.send(new SendEmailCommand({ Content: { Raw: { Data } }, ...more }));

describe('a sent mail', () => {
  it("leaves with the service's own Message-ID and Date and without Bcc", async () => {
    const mail = aMail([
      'Message-ID: <mine@desk.example>',
      'Date: Thu, 1 Jan 1970',
      'Bcc: secret@x.example',
    ]);

    const { MessageId = '' } = await sendRaw(mail);

    const raw = (await stand.aws.outbox.raw(MessageId))?.toString() ?? '';
    expect(MessageId).toMatch(/^0107[0-9a-f]{12}-[0-9a-f-]{36}-000000$/);
    expect(raw).toContain(`Message-ID: <${MessageId}@eu-central-1.amazonses.com>\r\n`);
    expect(raw).not.toMatch(/mine@|1970|secret@/);
    expect(raw).toMatch(/\r\n\r\nHello$/);
    expect(await stand.aws.outbox.list(1)).toMatchObject([
      { messageId: MessageId, recipients: ['ann@mail.example', 'secret@x.example'] },
    ]);
  });

  it('is announced as sent and delivered', async () => {
    const { MessageId } = await sendRaw(aMail(), { EmailTags: [{ Name: 'msg', Value: 'msg_1' }] });

    await expect.poll(() => events.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
    expect(events[1]?.record).toMatchObject({
      mail: { messageId: MessageId, tags: { msg: ['msg_1'] } },
      delivery: { recipients: ['ann@mail.example'] },
    });
  });

  it('bounces and complains at the simulator and for suppressed addresses', async () => {
    const root = new SESv2Client(stand.operator);
    const EmailAddress = 'gone@mail.example';
    await root.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason: 'BOUNCE' }));
    const ToAddresses = [
      'bounce+1@simulator.amazonses.com',
      'complaint@simulator.amazonses.com',
      EmailAddress,
    ];

    await sendRaw(aMail(), { Destination: { ToAddresses } });

    await expect
      .poll(() => events.map(({ eventType }) => eventType))
      .toEqual(['Send', 'Delivery', 'Bounce', 'Bounce', 'Complaint']);
    expect(events[3]?.record).toMatchObject({
      bounce: { bounceSubType: 'OnAccountSuppressionList' },
    });
    root.destroy();
  });

  it('may be composed by the service', async () => {
    const { MessageId = '' } = await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: ['ann@mail.example'] },
        Content: { Simple: { Subject: { Data: 'Grüße' }, Body: { Text: { Data: 'Hallo' } } } },
      }),
    );

    expect((await stand.aws.outbox.raw(MessageId))?.toString()).toContain('Hallo');
  });
});

describe('a mail SES would not take', () => {
  it.each([
    ['has a header twice', aMail(['Subject: again']), 'BadRequestException'],
    ['has a line over 998 bytes', aMail([], 'x'.repeat(999)), 'BadRequestException'],
    ['names no recipient', Buffer.from(`From: ${from}\r\n\r\nx`), 'BadRequestException'],
    [
      'is from a stranger',
      Buffer.from('From: a@evil.example\r\nTo: b@x.example\r\n\r\n'),
      'MessageRejected',
    ],
    [
      'is from an address the role may not use',
      Buffer.from('From: boss@desk.example\r\nTo: b@x.example\r\n\r\n'),
      'AccessDeniedException',
    ],
  ])('%s', async (_, mail, name) => {
    await expect(sendRaw(mail)).rejects.toMatchObject({ name });
  });

  it('has more than 50 recipients', async () => {
    const ToAddresses = Array.from({ length: 51 }, (_, at) => `a${at}@mail.example`);

    await expect(sendRaw(aMail(), { Destination: { ToAddresses } })).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });
});

describe('the suppression list', () => {
  it('can be asked and changed by those who may', async () => {
    const root = new SESv2Client(stand.operator);
    const EmailAddress = 'no+more@mail.example';
    await root.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason: 'COMPLAINT' }));

    const got = await root.send(new GetSuppressedDestinationCommand({ EmailAddress }));
    const list = await root.send(new ListSuppressedDestinationsCommand({ Reasons: ['COMPLAINT'] }));
    await root.send(new DeleteSuppressedDestinationCommand({ EmailAddress }));

    expect(got.SuppressedDestination).toMatchObject({ EmailAddress, Reason: 'COMPLAINT' });
    expect(list.SuppressedDestinationSummaries).toHaveLength(1);
    await expect(
      root.send(new GetSuppressedDestinationCommand({ EmailAddress })),
    ).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(
      client.send(new DeleteSuppressedDestinationCommand({ EmailAddress })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
    root.destroy();
  });
});
