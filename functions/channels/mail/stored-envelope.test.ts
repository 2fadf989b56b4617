import { expect, test } from 'vitest';
import { parseMail } from '../../mail/parse-mail.ts';
import { storedEnvelope } from './stored-envelope.ts';

const addedBySes = [
  'Return-Path: <ann@customer.example>',
  'Received: from mx.example (192.0.2.1) by inbound-smtp.eu-central-1.amazonaws.com with SMTP id 1',
  ' for support@desk.example; Sun, 22 Nov 2026 10:00:00 +0000',
  'X-SES-Spam-Verdict: FAIL',
  'Authentication-Results: amazonses.com; spf=fail smtp.mailfrom=customer.example; dkim=none; dmarc=fail',
];
const written = ['From: ann@customer.example', 'To: support@desk.example', '', 'Hello'];

const envelopeOf = (...lines: readonly string[]) =>
  storedEnvelope(parseMail(Buffer.from(lines.join('\r\n'))), () => true);

test('believes what SES put on top, also of who received it', () => {
  expect(envelopeOf(...addedBySes, ...written)).toEqual({
    from: 'ann@customer.example',
    recipients: ['support@desk.example'],
    verdicts: expect.objectContaining({ spam: 'FAIL', spf: 'FAIL', dkim: 'GRAY', dmarc: 'FAIL' }),
  });
});

const forged = 'spf=pass; dkim=pass; dmarc=pass';
const forgeries: readonly (readonly [string, readonly string[]])[] = [
  ['the same host below', [...addedBySes, `Authentication-Results: amazonses.com; ${forged}`]],
  ['another host above', [`Authentication-Results: mx.evil.example; ${forged}`, ...addedBySes]],
];
test.each(forgeries)('does not believe results of %s', (_where, lines) => {
  expect(envelopeOf(...lines, ...written).verdicts).toMatchObject({ spf: 'FAIL', dmarc: 'FAIL' });
});

test.each(['mx.evil.example', 'amazonses.com.evil.example', 'evil.example amazonses.com'])(
  'knows no verdict from %s alone',
  (host) => {
    const lines = [`Authentication-Results: ${host}; ${forged}`, ...written];

    expect(envelopeOf(...lines).verdicts?.spf).toBeUndefined();
    expect(envelopeOf(...lines).verdicts?.dkim).toBeUndefined();
  },
);

test('believes nothing below the sender’s first header', () => {
  const lines = ['From: ann@customer.example', `Authentication-Results: amazonses.com; ${forged}`];

  expect(envelopeOf(...lines, '', 'Hello').verdicts).toBeUndefined();
});
