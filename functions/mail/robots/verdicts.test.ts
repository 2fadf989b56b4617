import { expect, test } from 'vitest';
import type { DeliveryVerdicts } from '../mail-context.ts';
import { parseMail } from '../parse-mail.ts';
import { isFromProven } from './verdicts.ts';

type Case = {
  readonly envelope?: string;
  readonly results?: readonly string[];
  readonly verdicts: DeliveryVerdicts;
};
const isProven = ({ envelope = 'bounce@mailer.example', results = [], verdicts }: Case) =>
  isFromProven(
    parseMail(
      Buffer.from(
        [
          ...results.map((result) => `Authentication-Results: ${result}`),
          'From: Ann <ann@shop.example>',
          '',
          'Hello',
        ].join('\r\n'),
      ),
    ),
    { from: envelope, recipients: [], verdicts },
  );

const ofShop = 'amazonses.com; spf=none; dkim=pass header.i=@mail.shop.example; dmarc=none';
const ofMailer = 'amazonses.com; spf=none; dkim=pass header.i=@mailer.example; dmarc=none';
const spf = { spf: 'PASS', dkim: 'GRAY', dmarc: 'GRAY' } as const;
const dkim = { spf: 'GRAY', dkim: 'PASS', dmarc: 'GRAY' } as const;

const proofs: readonly (readonly [string, Case])[] = [
  ['DMARC', { verdicts: { dmarc: 'PASS' } }],
  ['SPF of From’s domain', { verdicts: spf, envelope: 'x@shop.example' }],
  ['SPF of a domain below it', { verdicts: spf, envelope: 'x@bounce.Shop.example' }],
  ['a signature of its domain', { verdicts: dkim, results: [ofShop] }],
];
test.each(proofs)('From is proven by %s', (_name, given) => {
  expect(isProven(given)).toBe(true);
});

const claims: readonly (readonly [string, Case])[] = [
  ['SPF of another domain', { verdicts: spf }],
  ['SPF of a name that only ends alike', { verdicts: spf, envelope: 'x@evilshop.example' }],
  ['SPF of a whole top level', { verdicts: spf, envelope: 'x@example' }],
  ['another domain’s signature', { verdicts: dkim, results: [ofMailer] }],
  ['a signature that nobody checked', { verdicts: dkim }],
  ['results of another host', { verdicts: dkim, results: [`mx.${ofShop}`] }],
  ['forged results below SES’s', { verdicts: dkim, results: [ofMailer, ofShop] }],
  ['what DMARC denies', { verdicts: { ...spf, dmarc: 'FAIL', dmarcPolicy: 'none' } }],
];
test.each(claims)('From is not proven by %s', (_name, given) => {
  expect(isProven(given)).toBe(false);
});
