import { expect, test } from 'vitest';
import { anHttpEvent } from '../../test/make/an-http-event.ts';
import { visitorOf } from './visitor.ts';

const from = (chain?: string) =>
  visitorOf(
    anHttpEvent({
      method: 'GET',
      path: '/portal/config',
      headers: chain ? { 'x-forwarded-for': chain } : {},
    }),
  ).ip;

test.each([
  ['the one before CloudFront', '198.51.100.9, 130.176.1.1', '198.51.100.9'],
  ['not what the visitor claims', '1.2.3.4, 198.51.100.9, 130.176.1.1', '198.51.100.9'],
  ['the gateway’s own view without CloudFront', undefined, '203.0.113.7'],
])('a visitor’s address is %s', (_name, chain, address) => {
  expect(from(chain)).toBe(address);
});
