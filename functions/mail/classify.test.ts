import { describe, expect, it } from 'vitest';
import { rawMail, usualMail } from '../../test/make/raw-mail.ts';
import { classify } from './classify.ts';
import type { Classification, DeliveryVerdicts, OurMail } from './mail-context.ts';
import { parseMail } from './parse-mail.ts';

const ours: OurMail = {
  addresses: ['support@firstline.example'],
  domains: ['firstline.example'],
  loopId: 'desk-1',
  secrets: ['secret'],
};
const good: DeliveryVerdicts = {
  spam: 'PASS',
  virus: 'PASS',
  spf: 'PASS',
  dkim: 'PASS',
  dmarc: 'PASS',
};

const judge = (
  raw: Buffer,
  verdicts: DeliveryVerdicts = good,
  from = 'ann@example.com',
): Classification =>
  classify(parseMail(raw), { from, recipients: ['support@firstline.example'], verdicts }, ours);

describe('a person', () => {
  it('is a customer and may be acknowledged', () => {
    expect(judge(usualMail())).toMatchObject({
      verdict: 'customer',
      mayAcknowledge: true,
      silentBecause: [],
      senderVerified: true,
    });
  });

  it('stays a customer behind a program that adds List-Unsubscribe, but is not acknowledged', () => {
    const found = judge(usualMail({ extra: ['List-Unsubscribe: <mailto:x@example.com>'] }));

    expect(found).toMatchObject({ verdict: 'customer', mayAcknowledge: false });
  });

  it('with Auto-Submitted: no is a person', () => {
    expect(judge(usualMail({ extra: ['Auto-Submitted: no'] })).mayAcknowledge).toBe(true);
  });
});

describe('our own mail', () => {
  it.each([
    ['our loop header', ['X-Firstline-Loop: desk-1']],
    ['our id on mail to many', ['Precedence: bulk', 'X-Message: 1']],
  ])('is dropped: %s', (_, extra) => {
    const raw = usualMail({ extra })
      .toString()
      .replace('<one@example.com>', '<one@firstline.example>');

    expect(judge(Buffer.from(raw)).verdict).toBe('own-loop');
  });

  it('is not what another desk sent, but that is not acknowledged either', () => {
    const found = judge(usualMail({ extra: ['X-Firstline-Loop: desk-2'] }));

    expect(found).toMatchObject({ verdict: 'customer', mayAcknowledge: false });
  });
});

describe('a program', () => {
  it.each([
    'Auto-Submitted: auto-replied (vacation)',
    'Auto-Submitted: auto-generated',
    'X-Autoreply: yes',
    'X-Autorespond: x',
    'X-Auto-Response-Suppress: OOF, AutoReply',
    'X-Auto-Response-Suppress: All',
    'Precedence: auto_reply',
    'Precedence: junk',
    'X-Precedence: bulk',
    'Delivered-To: autoresponder@example.com',
    'X-POST-MessageClass: 9; Autoresponder',
  ])('is known by %s', (header) => {
    expect(judge(usualMail({ extra: [header] }))).toMatchObject({
      verdict: 'auto-reply',
      mayAcknowledge: false,
    });
  });

  it.each([
    'Automatic reply: your mail',
    'Out of Office: holidays',
    'Abwesenheitsnotiz: Urlaub',
    'Réponse automatique : congés',
    'Respuesta automática: vacaciones',
    'Автоответ: в отпуске',
    'Autosvar: semester',
    'Odpowiedź automatyczna: urlop',
    '自動返信: 不在',
  ])('is known by its subject %s', (subject) => {
    const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;

    expect(judge(usualMail({ subject: encoded })).verdict).toBe('auto-reply');
  });

  it('is known by the null sender', () => {
    expect(judge(usualMail(), good, '').verdict).toBe('auto-reply');
  });
});

it('is not known by what a file without From and envelope has lost', () => {
  expect(judge(rawMail('Subject: x', '', 'Hello'), good, '')).toMatchObject({
    verdict: 'customer',
    mayAcknowledge: false,
  });
});

describe('a list', () => {
  it.each([['List-Id: <x.example.com>'], ['Precedence: list'], ['Mailing-List: x']])(
    '%s',
    (header) => {
      expect(judge(usualMail({ extra: [header] }))).toMatchObject({
        verdict: 'list',
        mayAcknowledge: false,
      });
    },
  );
});

describe('who must not be acknowledged', () => {
  it.each([
    ['no-reply@shop.example', 'no-reply-address'],
    ['DoNotReply@shop.example', 'no-reply-address'],
    ['support@firstline.example', 'from-us'],
    ['Support+tag@Firstline.example', 'from-us'],
    ['postmaster@shop.example', 'robot-address'],
  ])('%s', (from, reason) => {
    const raw = usualMail().toString().replace('<ann@example.com>\r\nTo', `<${from}>\r\nTo`);
    const found = judge(Buffer.from(raw));

    expect(found.mayAcknowledge).toBe(false);
    expect(found.silentBecause).toContain(reason);
  });
});

describe('the verdicts of SES', () => {
  it.each([
    [
      { ...good, spam: 'FAIL' },
      { verdict: 'spam', mayAcknowledge: false },
    ],
    [
      { ...good, virus: 'FAIL' },
      { quarantined: true, mayAcknowledge: false },
    ],
    [
      { ...good, dmarc: 'FAIL', dmarcPolicy: 'reject' },
      { senderVerified: false, mayAcknowledge: false },
    ],
    [
      { ...good, dmarc: 'FAIL', dmarcPolicy: 'none' },
      { senderVerified: false, mayAcknowledge: true },
    ],
    [
      { ...good, spf: 'FAIL', dkim: 'GRAY', dmarc: 'GRAY' },
      { senderVerified: false, mayAcknowledge: false },
    ],
    [
      { ...good, spf: 'FAIL' },
      { senderVerified: true, mayAcknowledge: true },
    ],
  ] as const)('%o', (verdicts, wanted) => {
    expect(judge(usualMail(), verdicts)).toMatchObject(wanted);
  });
});

describe('reports', () => {
  const report = (type: string, part: string, ...fields: string[]): Buffer =>
    rawMail(
      'From: reports@isp.example',
      'Subject: report',
      `Content-Type: multipart/report; report-type=${type}; boundary=b`,
      '',
      '--b',
      '',
      'A report.',
      '--b',
      `Content-Type: message/${part}`,
      '',
      ...fields,
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <0102abc-000000@eu-west-1.amazonses.com>',
      '',
      'x',
      '--b--',
    );

  it('of abuse are complaints about our mail', () => {
    const raw = report('feedback-report', 'feedback-report', 'Feedback-Type: abuse', 'Version: 1');

    expect(judge(raw)).toMatchObject({
      verdict: 'complaint',
      feedbackType: 'abuse',
      originalMessageIds: ['0102abc-000000'],
    });
  });

  it('of reading are receipts', () => {
    const raw = report(
      'disposition-notification',
      'disposition-notification',
      'Original-Message-ID: <t.1@Firstline.example>',
    );

    expect(judge(raw)).toMatchObject({
      verdict: 'read-receipt',
      originalMessageIds: ['t.1@firstline.example', '0102abc-000000'],
    });
  });
});
