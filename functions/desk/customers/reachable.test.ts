import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../schemas/customer.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { withSign } from './reachable.ts';

const identity = { channel: 'telegram', connectionId: 'bot', externalId: '77' } as const;
const ann = aCustomer({ identities: [{ ...identity, isVerified: true }] });
const at = (minute: number) => `2026-11-02T09:0${minute}:00.000Z`;
const blocked = (minute: number) => ({ letsUsIn: false, at: at(minute) });
const letIn = (minute: number) => ({ letsUsIn: true, at: at(minute) });

const after = (...signs: readonly { letsUsIn: boolean; at: string }[]): Customer =>
  signs.reduce((customer, sign) => withSign(customer, identity, sign) ?? customer, ann);
const blockedAt = (customer: Customer) => customer.identities[0]?.blockedAt;

describe('who blocked us', () => {
  test('is known by when', () => {
    expect(blockedAt(after(blocked(1)))).toBe(at(1));
  });

  test('lets us in again later', () => {
    expect(blockedAt(after(blocked(1), letIn(2)))).toBeUndefined();
  });

  test.each([
    ['block and unblock', [blocked(1), letIn(2)], undefined],
    ['unblock and block', [letIn(1), blocked(2)], at(2)],
    ['block, unblock, block', [blocked(1), letIn(2), blocked(3)], at(3)],
  ])('is the same in any order: %s', (_name, signs, expected) => {
    expect(blockedAt(after(...signs))).toBe(expected);
    expect(blockedAt(after(...signs.toReversed()))).toBe(expected);
  });

  test('is told once', () => {
    expect(withSign(after(blocked(1)), identity, blocked(1))).toBeUndefined();
    expect(withSign(after(letIn(1)), identity, letIn(1))).toBeUndefined();
  });

  test('is somebody’s identity: another one’s changes nothing', () => {
    expect(withSign(ann, { ...identity, externalId: '78' }, blocked(1))).toBeUndefined();
  });
});
