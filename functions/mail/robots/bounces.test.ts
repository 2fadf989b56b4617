import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawMail } from '../../../test/make/raw-mail.ts';
import { parseMail } from '../parse-mail.ts';
import { type Bounce, readBounce } from './bounces.ts';

const ours = {
  addresses: ['support@firstline.example'],
  domains: ['firstline.example'],
  loopId: 'l',
  secrets: [],
};

const read = (raw: Buffer, from = ''): Bounce | undefined =>
  readBounce(parseMail(raw), { from, recipients: [] }, ours);

const report = (...fields: string[]): Buffer =>
  rawMail(
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'I am sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Message-ID: <t.1042.7@firstline.example>',
    '--b--',
  );

describe('a report in form', () => {
  it.each([
    ['5.1.1', 'failed', '550 5.1.1 User unknown', true],
    ['5.1.10', 'failed', 'RESOLVER.ADR.RecipNotFound', true],
    ['5.4.4', 'failed', 'Host not found', true],
    ['5.2.2', 'failed', '552 5.2.2 Mailbox full', false],
    ['5.7.1', 'failed', '550 5.7.1 Message refused as spam', false],
    ['5.3.4', 'failed', 'Message too big', false],
    ['5.0.0', 'failed', '550 No such user here', true],
    ['5.0.0', 'failed', '554 Refused', false],
    ['4.4.1', 'delayed', 'Connection timed out', false],
  ])('with %s, %s, %s', (status, action, diagnostic, hard) => {
    const bounce = read(
      report(
        'Final-Recipient: rfc822; ann@example.com',
        `Action: ${action}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp; ${diagnostic}`,
      ),
    );

    expect(bounce?.recipients).toMatchObject([
      { address: 'ann@example.com', action, hard, diagnostic },
    ]);
    expect(bounce?.originalMessageIds).toEqual(['t.1042.7@firstline.example']);
  });

  it('takes the precise status from the words when the field says nothing', () => {
    const bounce = read(
      report(
        'Final-Recipient: rfc822;ann@example.com',
        'Action: failed',
        'Status: 5.0.0',
        'Diagnostic-Code: smtp; 550-5.1.1 no such user',
      ),
    );

    expect(bounce?.recipients[0]).toMatchObject({ status: '5.1.1', hard: true });
  });

  it('names every recipient, each by the address that we wrote to', () => {
    const bounce = read(
      report(
        'Original-Recipient: rfc822;ann@example.com',
        'Final-Recipient: rfc822;ann.li@internal.example',
        'Action: failed',
        'Status: 5.1.1',
        '',
        'Final-Recipient: rfc822;bo@example.com',
        'Action: delivered',
        'Status: 2.0.0',
      ),
    );

    expect(bounce?.recipients.map(({ address, action }) => [address, action])).toEqual([
      ['ann@example.com', 'failed'],
      ['bo@example.com', 'delivered'],
    ]);
  });
});

const folder = join(import.meta.dirname, '../../../test/fixtures/mail/bounces');

/** The words are those of the mail systems that the files are named for; the rest is ours. */
const prose = readdirSync(folder).map((file) => {
  const [system = '', kind] = file.split('.');
  return { system, hard: kind === 'hard', raw: readFileSync(join(folder, file)) };
});

describe('a report in prose', () => {
  it.each(prose)('of $system (hard: $hard)', ({ raw, hard }) => {
    const recipients = read(raw)?.recipients ?? [];

    expect(recipients.map((one) => [one.address, one.hard])).toEqual([['ann@example.com', hard]]);
  });

  it('finds the id of the mail it returns', () => {
    const raw = rawMail(
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      'Hi. This is the qmail-send program.',
      '<ann@example.com>:',
      'gone',
      '--- Below this line is a copy of the message.',
      '',
      'Message-ID: <0102abc@email.amazonses.com>',
    );

    expect(read(raw)?.originalMessageIds).toEqual(['0102abc']);
  });

  it('that names nobody is still a bounce', () => {
    const raw = rawMail('From: postmaster@mx.example', 'Subject: Undeliverable', '', 'It failed.');

    expect(read(raw)).toMatchObject({ recipients: [] });
  });
});

describe('no bounce', () => {
  it.each([
    [
      'a customer who writes of one',
      rawMail(
        'From: ann@example.com',
        'Subject: Your mail could not be delivered?',
        '',
        'I got this: user unknown.',
      ),
      'ann@example.com',
    ],
    [
      'an answer from the null sender',
      rawMail(
        'From: ann@example.com',
        'Subject: Re: x',
        'Auto-Submitted: auto-replied (vacation)',
        '',
        'I am away.',
      ),
      '',
    ],
  ])('is %s', (_, raw, from) => {
    expect(read(raw, from)).toBeUndefined();
  });
});
