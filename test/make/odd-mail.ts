import { fc } from './fast-check.ts';

/**
 * Mails as no standard allows and real senders write them: trees of parts with wrong labels, broken encodings and
 * boundaries, then cut, doubled and stained. Bytes, one character each.
 */

const charset = fc.constantFrom(
  'utf-8',
  'UTF8',
  'iso-8859-1',
  'windows-1251',
  'koi8-r',
  'gb2312',
  'ks_c_5601-1987',
  'shift_jis',
  'iso-2022-jp',
  'utf-7',
  'utf-16le',
  'x-unknown',
  'unknown-8bit',
  '"',
  '',
);
const encoding = fc.constantFrom(
  '7bit',
  '8bit',
  'binary',
  'base64',
  'quoted-printable',
  'x-uuencode',
  'base64;',
  'junk',
  '',
);
const type = fc.constantFrom(
  'text/plain',
  'text/html',
  'TEXT/HTML',
  'text/calendar; method=REQUEST',
  'text/enriched',
  'image/png',
  'application/pdf',
  'application/ms-tnef',
  'application/pkcs7-mime; smime-type=enveloped-data',
  'application/pgp-encrypted',
  'message/rfc822',
  'message/delivery-status',
  'message/feedback-report',
  'text',
  '/',
  '',
);
const words = fc.constantFrom(
  'Hello, where is my order?',
  'Привет, где заказ?',
  '你好',
  '<p>Hi <b>there</b><img src="cid:a"><img src="https://t.example/x.png">',
  '<blockquote type="cite">old</blockquote>',
  'On 22 Nov 2026, S <s@x.example> wrote:\n> old\nnew',
  'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20261122T100000Z\nEND:VEVENT',
  'begin 644 a.txt\n#0V%T\nend',
  'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1',
  '=C3=A4=\n=ZZ',
  'SGVsbG8=',
  '+AGE-',
  '\x1b$B$3$s\x1b(B',
  '\0\xff\xfe\x80',
  '',
);
const fileName = fc.constantFrom(
  '',
  '; filename="a.pdf"',
  "; filename*0*=utf-8''%D0; filename*1*=%9F",
  '; filename="../../etc/passwd"',
  '; filename="=?utf-8?B?0J8=?="',
  '; filename=',
);
const times = (low: number, high: number) => fc.integer({ min: low, max: high });

const leaf = fc
  .tuple(type, charset, encoding, fileName, words, times(1, 30))
  .map(([kind, label, how, name, text, count]) =>
    [
      `Content-Type: ${kind}; charset=${label}`,
      `Content-Transfer-Encoding: ${how}`,
      ...(name && [`Content-Disposition: attachment${name}`]),
      '',
      `${text}\n`.repeat(count),
    ].join('\r\n'),
  );

const tree = fc.letrec<{ part: string; branch: string }>((tie) => ({
  part: fc.oneof({ maxDepth: 5, depthSize: 'small' }, leaf, tie('branch')),
  branch: fc
    .tuple(
      fc.constantFrom('mixed', 'alternative', 'related', 'signed', 'encrypted', 'report', 'x'),
      fc.constantFrom('b', 'b b', '=_b', '-', '', 'b'.repeat(200)),
      fc.array(tie('part'), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([kind, boundary, parts, isClosed]) =>
      [
        `Content-Type: multipart/${kind}; boundary="${boundary}"`,
        '',
        ...parts.map((part) => `--${boundary}\r\n${part}`),
        ...(isClosed ? [`--${boundary}--`] : []),
      ].join('\r\n'),
    ),
})).part;

const header = fc.constantFrom(
  'From: Ann <ann@customer.example>',
  'From: ann',
  'From: "a" <a@x.example>, b@x.example',
  'From: =?utf-8?B?0JDQvdC9?= =?utf-8?B?0LA=?= <a@x.example>',
  'From: \xc0\xed\xed\xe0 <a@x.example>',
  'From: group:;',
  'From:',
  'Reply-To: support@desk.example',
  'Reply-To: undisclosed-recipients:;',
  'To: support+7.aaaaaaaaaaaa@desk.example',
  'Subject: =?koi8-r?Q?=F0=D2?=',
  'Subject: Re: Re: Fwd: [#7-aaaaaa] x',
  'Subject: =?utf-8?B?broken',
  'Message-ID: <a@b>',
  'Message-ID: a b c',
  'Message-ID: <' + 'x'.repeat(3_000) + '@b>',
  'In-Reply-To: <a@b> <c@d> junk',
  `References: ${'<r@x.example> '.repeat(400)}`,
  'Date: yesterday',
  'Date: Thu, 32 Nov 9999 99:99:99 +9999',
  'Auto-Submitted: auto-replied',
  'List-Id: <l.example>',
  'Return-Path: <>',
  `X-Long: ${'y'.repeat(50_000)}`,
  'no colon at all',
  ' folded onto nothing',
  'Received: from x by y; Sun, 22 Nov 2026 10:00:00 +0000',
);

const stain = fc.record({
  at: fc.nat(5_000),
  cut: fc.oneof(fc.constant(0), fc.nat(300), fc.constant(100_000)),
  insert: fc.constantFrom('', '\0', '\r', '\n\n', '\xff', '--b', '<', '"', '=?', '('),
});

/** One odd mail. */
export const oddMail: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.array(header, { maxLength: 12 }),
    tree,
    fc.array(stain, { maxLength: 4 }),
    fc.constantFrom('\r\n', '\n', '\r', '\n\r'),
  )
  .map(([headers, body, stains, ending]) => {
    const whole = [...headers, body].join('\r\n').replaceAll('\r\n', ending);
    const stained = stains.reduce(
      (text, { at, cut, insert }) => text.slice(0, at) + insert + text.slice(at + cut),
      whole,
    );
    return Buffer.from(stained, 'latin1');
  });

const many = (count: number, text: string): string => text.repeat(count);

/** Mails built to exhaust: each is one thing in such a number that anything but linear work would show. */
export const hugeMails: readonly (readonly [name: string, mail: string])[] = [
  ['a header of a megabyte', `Subject: ${many(1_000_000, 'x')}\n\nHello`],
  ['a hundred thousand headers', `${many(100_000, 'X-A: b\n')}\nHello`],
  [
    'five thousand parts',
    `Content-Type: multipart/mixed; boundary=b\n\n${many(5_000, '--b\nContent-Disposition: attachment; filename=a.txt\n\nx\n')}--b--`,
  ],
  [
    'two thousand multiparts in one another',
    `${Array.from({ length: 2_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('')}\nHello`,
  ],
  [
    'five hundred mails in one another',
    `${many(500, 'Content-Type: message/rfc822\n\n')}Subject: x\n\nHello`,
  ],
  [
    'twenty thousand links',
    `Content-Type: text/html\n\n${many(20_000, '<a href="https://x.example/">x</a>')}`,
  ],
  [
    'fifty thousand tags in one another',
    `Content-Type: text/html\n\n${many(50_000, '<div>')}Hello`,
  ],
  ['a line of four megabytes', `Subject: x\n\n${many(4_000_000, 'a')}`],
  ['two hundred thousand quoted lines', `In-Reply-To: <a@b>\n\nHello\n${many(200_000, '> x\n')}`],
  ['ten thousand recipients', `To: ${many(10_000, 'a@x.example, ')}\n\nHello`],
  [
    'a boundary that every line begins',
    `Content-Type: multipart/mixed; boundary=""\n\n${many(100_000, '--\n')}`,
  ],
];
