import { describe, expect, it } from 'vitest';
import { takes } from './recipients.ts';

const rule = (...recipients: string[]) => ({
  name: 'r',
  recipients,
  scans: true,
  bucketName: 'b',
  prefix: '',
});

describe('a receipt rule', () => {
  it.each([
    [['in.example.com'], 'any+thing@IN.example.com', true],
    [['in.example.com'], 'x@sub.in.example.com', false],
    [['.example.com'], 'x@sub.example.com', true],
    [['.example.com'], 'x@example.com', false],
    [['desk@example.com'], 'Desk+7@example.com', true],
    [['desk@example.com'], 'other@example.com', false],
    [[], 'who@ever.example', true],
  ])('for %j takes mail to %s: %s', (recipients, address, expected) => {
    expect(takes(rule(...recipients), address)).toBe(expected);
  });
});
