/** Lines of a mail as its bytes, one byte a character: `\xe4` is the byte e4. CRLF between lines. */
export function rawMail(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** A mail with everything a usual one has, and `extra` header lines. */
export function usualMail(
  mail: { extra?: string[]; subject?: string; body?: string } = {},
): Buffer {
  return rawMail(
    'Return-Path: <ann@example.com>',
    'From: Ann Li <ann@example.com>',
    'To: support@firstline.example',
    `Subject: ${mail.subject ?? 'Where is my money?'}`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    'Message-ID: <one@example.com>',
    ...(mail.extra ?? []),
    '',
    mail.body ?? 'Hello.',
  );
}
