import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

describe('an address a stranger named', () => {
  test.each(['93.184.216.34', '2606:2800:220:1::1'])('may be asked at %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:93.184.216.34',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    '4000::1',
    '64:ff9b::a00:1',
  ])('may not be asked at %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
