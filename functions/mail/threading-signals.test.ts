import { describe, expect, it } from 'vitest';
import { rawMail, usualMail } from '../../test/make/raw-mail.ts';
import { parseMail } from './parse-mail.ts';
import { bodyReference, htmlMarker, textMarker } from './threading/body-marker.ts';
import { replyAddress } from './threading/reply-address.ts';
import { subjectTag } from './threading/subject.ts';
import { threadingSignals } from './threading-signals.ts';

const ours = { secrets: ['new', 'old'] };
const signals = (raw: Buffer, recipients: string[] = []) =>
  threadingSignals(parseMail(raw), { from: 'ann@example.com', recipients }, ours);
const ticket = { ticketNumber: '1042' };

describe('the reply address', () => {
  const address = replyAddress('support@Firstline.example', '1042', 'new');

  it('has the form that every mail system carries', () => {
    expect(address).toMatch(/^support\+1042\.[a-z2-7]{12}@Firstline\.example$/);
  });

  it.each([
    ['in the envelope', [], [address]],
    ['in capitals', [], [address.toUpperCase()]],
    ['in Cc', [`Cc: x@y.example, <${address}>`], []],
    ['in Delivered-To', [`Delivered-To: ${address}`], []],
    ['in X-Original-To', [`X-Original-To: ${address}`], []],
    ['of the old secret', [], [replyAddress('support@firstline.example', '1042', 'old')]],
  ])('is found %s', (_, extra, recipients) => {
    expect(signals(usualMail({ extra }), recipients).replyTokens).toEqual([ticket]);
  });

  it.each([
    ['another ticket', address.replace('1042', '1043')],
    ['another mailbox', address.replace('support', 'billing')],
    ['another secret', replyAddress('support@firstline.example', '1042', 'stolen')],
    ['a code of another kind', `support+${bodyReference('1042', 'new')}@firstline.example`],
  ])('is refused for %s', (_, forged) => {
    expect(signals(usualMail(), [forged]).replyTokens).toEqual([]);
  });

  it('is read from our own mail that a report returns', () => {
    const raw = rawMail(
      'From: MAILER-DAEMON@x.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Reply-To: ${address}`,
      '--b--',
    );

    expect(signals(raw).replyTokens).toEqual([ticket]);
  });
});

describe('message ids', () => {
  it('come in the order in which they should be believed, SES ids bare', () => {
    const found = signals(
      usualMail({
        extra: [
          'In-Reply-To: <010201-abc-000000@eu-west-1.amazonses.com>',
          'References: <first@example.com>\r\n <t.1042.7@Firstline.example>',
          ' <010201-abc-000000@eu-west-1.amazonses.com>',
        ],
      }),
    );

    expect(found.messageIds).toEqual([
      '010201-abc-000000',
      't.1042.7@firstline.example',
      'first@example.com',
    ]);
  });

  it('are found in a malformed In-Reply-To', () => {
    const found = signals(
      usualMail({ extra: ['In-Reply-To: Your message of "Sunday" <a@b.example> <C@d.example>'] }),
    );

    expect(found.messageIds).toEqual(['a@b.example', 'C@d.example']);
  });
});

describe('the tag in the subject', () => {
  const tag = subjectTag('1042', 'old');

  it('is found wherever it stands', () => {
    expect(signals(usualMail({ subject: `AW: Money ${tag} (urgent)` })).subjectTag).toEqual(ticket);
  });

  it('is nothing when somebody made it up', () => {
    expect(signals(usualMail({ subject: 'Money [#1042-abcdef]' })).subjectTag).toBeUndefined();
  });
});

describe('the marker in the body', () => {
  const reference = bodyReference('1042', 'new');

  it.each([
    ['text', [], `Yes.\r\n> ${textMarker(reference)}`],
    [
      'HTML',
      ['Content-Type: text/html'],
      `<p>Yes.</p><blockquote>${htmlMarker(reference)}</blockquote>`,
    ],
    [
      'HTML that Outlook renamed',
      ['Content-Type: text/html'],
      `Yes.${htmlMarker(reference)
        .replace('class="', 'class="x_')
        .replace(/data-firstline-ref="[^"]*"/, '')}`,
    ],
  ])('is found in %s', (_, extra, body) => {
    const found = signals(usualMail({ extra, body }));

    expect(found.bodyMarker).toEqual(ticket);
  });
});

it('finds nothing in a first mail', () => {
  expect(signals(usualMail())).toEqual({ replyTokens: [], agentTokens: [], messageIds: [] });
});
