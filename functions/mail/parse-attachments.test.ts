import { describe, expect, it } from 'vitest';
import { rawMail } from '../../test/make/raw-mail.ts';
import { parseMail } from './parse-mail.ts';

const withPart = (...part: string[]): Buffer =>
  rawMail(
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'Hi',
    '--b',
    ...part,
    '--b--',
  );

const firstOf = (raw: Buffer) => parseMail(raw).attachments[0];

describe('the name of a file', () => {
  it.each([
    [
      'RFC 2231',
      "Content-Disposition: attachment; filename*=utf-8''%D0%9F%D0%BB%D0%B0%D0%BD.pdf",
      'План.pdf',
    ],
    [
      'RFC 2231 in pieces',
      "Content-Disposition: attachment; filename*0*=utf-8''%D0%9F%D0%BB; filename*1*=%D0%B0%D0%BD; filename*2=.pdf",
      'План.pdf',
    ],
    [
      'RFC 2047 in quotes',
      'Content-Disposition: attachment; filename="=?utf-8?B?0J/Qu9Cw0L0=?=.pdf"',
      'План.pdf',
    ],
    [
      'raw 8-bit',
      'Content-Disposition: attachment; filename="\xcf\xeb\xe0\xed \xea\xee\xec\xef\xe0\xed\xe8\xe8.pdf"',
      'План компании.pdf',
    ],
    ['Content-Type', 'Content-Type: application/pdf; name=plan.pdf', 'plan.pdf'],
    [
      'a path',
      'Content-Disposition: attachment; filename="..\\..\\C:\\evil\\plan.pdf"',
      'plan.pdf',
    ],
    [
      'unquoted blanks',
      'Content-Disposition: attachment; filename=my plan (1).pdf',
      'my plan (1).pdf',
    ],
    ['nothing', 'Content-Type: application/pdf', 'attachment-1.pdf'],
  ])('comes from %s', (_, header, name) => {
    const type = header.startsWith('Content-Type') ? [] : ['Content-Type: application/pdf'];

    expect(firstOf(withPart(...type, header, '', 'x'))?.name).toBe(name);
  });
});

describe('the kind of a file', () => {
  it.each([
    ['text/calendar; method=REQUEST', 'calendar', 'invite.ics'],
    ['message/rfc822', 'message', 'attachment-1.eml'],
    ['application/pkcs7-mime', 'smime', 'attachment-1.p7m'],
    ['application/ms-tnef', 'tnef', 'attachment-1.dat'],
    ['application/pgp-encrypted', 'pgp', 'attachment-1.asc'],
    ['image/png', 'regular', 'attachment-1.png'],
  ])('of %s is %s', (type, kind, name) => {
    expect(firstOf(withPart(`Content-Type: ${type}`, '', 'x'))).toMatchObject({ kind, name });
  });

  it('is inline only when the HTML shows it, whatever the disposition says', () => {
    const raw = rawMail(
      'From: a@b.example',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>See <img src="cid:Pic@x"></p>',
      '--b',
      'Content-Type: image/png; name=shown.png',
      'Content-Disposition: attachment',
      'Content-ID: <pic@x>',
      '',
      'x',
      '--b',
      'Content-Type: application/pdf; name=bill.pdf',
      'Content-Disposition: inline',
      'Content-ID: <pdf@x>',
      '',
      'x',
      '--b--',
    );
    const mail = parseMail(raw);

    expect(mail.html).toBe('<p>See <img src="cid:0"></p>');
    expect(mail.attachments.map(({ kind, inline }) => [kind, inline])).toEqual([
      ['inline', true],
      ['regular', false],
    ]);
  });

  it('drops the Apple half of a double file', () => {
    const mail = parseMail(withPart('Content-Type: application/applefile; name=a.pdf', '', 'x'));

    expect(mail.attachments).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is kept and summarized', () => {
    const mail = parseMail(
      withPart(
        'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
        '',
        'BEGIN:VCALENDAR',
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        'SUMMARY:Call\\, about',
        '  money',
        'DTSTART;TZID="Europe/Berlin":20261122T100000',
        'DTEND:20261122T110000Z',
        'ORGANIZER;CN="Ann: Li":mailto:ann@example.com',
        'END:VEVENT',
        'END:VCALENDAR',
      ),
    );

    expect(mail.calendar).toEqual({
      method: 'REQUEST',
      title: 'Call, about money',
      start: '20261122T100000',
      end: '20261122T110000Z',
      timeZone: 'Europe/Berlin',
      location: '',
      organizer: 'ann@example.com',
    });
  });
});

describe('a signed mail', () => {
  it('shows its content and keeps the signature as a flag', () => {
    const mail = parseMail(
      rawMail(
        'From: a@b.example',
        'Content-Type: multipart/signed; boundary=b',
        '',
        '--b',
        '',
        'Hi',
        '--b',
        'Content-Type: application/pgp-signature',
        '',
        'x',
        '--b--',
      ),
    );

    expect([mail.text, mail.flags.signed, mail.attachments.length]).toEqual(['Hi', true, 0]);
  });
});

it('is one invitation, when a calendar sent it to be shown and to be opened', () => {
  const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR';
  const raw = withPart(
    'Content-Type: text/calendar; method=REQUEST',
    '',
    calendar,
    '--b',
    'Content-Type: application/ics; name=invite.ics',
    'Content-Disposition: attachment; filename=invite.ics',
    '',
    calendar,
  );

  expect(parseMail(raw).attachments).toMatchObject([{ kind: 'calendar', name: 'invite.ics' }]);
});
