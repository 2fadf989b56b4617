import { describe, expect, it } from 'vitest';
import { emptyLetter, following, nextNumber, restored, wrongFields } from './letter-fields.ts';

const noon = Date.parse('2026-11-22T12:00:00');
const whole = {
  ...emptyLetter('letters', noon),
  registerNumber: 'E-2026/0041',
  senderName: 'Kim Doe',
  address: 'Musterstraße 1\n10115 Berlin',
  subject: 'Objection',
};

describe('the register number of the next letter', () => {
  it.each([
    ['E-2026/0041', 'E-2026/0042'],
    ['999', '1000'],
    ['0099', '0100'],
    ['12345678901234567890', '12345678901234567891'],
    ['41a', '41a'],
    ['', ''],
  ])('after %s is %s', (last, next) => {
    expect(nextNumber(last)).toBe(next);
  });
});

describe('the next letter of a pile', () => {
  it('keeps the office and the day, and nothing of the sender', () => {
    const last = { ...whole, arrivedOn: '2026-11-20', isConfidential: true };

    expect(following(last, noon)).toEqual({
      ...emptyLetter('letters', noon),
      arrivedOn: '2026-11-20',
      registerNumber: 'E-2026/0042',
    });
  });
});

describe('what was kept on the device', () => {
  it('is taken up again as it was', () => {
    const begun = { ...whole, arrivedOn: '2026-11-20' };

    expect(restored(begun, ['letters'], noon)).toEqual(begun);
  });

  it('arrives today when nobody began it', () => {
    const next = following({ ...whole, arrivedOn: '2026-11-20' }, noon);

    expect(restored(next, ['letters'], noon)).toEqual({ ...next, arrivedOn: '2026-11-22' });
  });

  it('goes to an office that is still there', () => {
    expect(restored(whole, ['berlin'], noon).connectionId).toBe('berlin');
    expect(restored(undefined, ['berlin'], noon)).toEqual(emptyLetter('berlin', noon));
  });
});

describe('a letter', () => {
  it('can be saved when it has a number, a day, a sender and a subject', () => {
    expect(wrongFields(whole, noon)).toEqual([]);
  });

  it('is asked for what is missing, in the order of the page', () => {
    expect(wrongFields(emptyLetter('letters', noon), noon).map(([field]) => field)).toEqual([
      'registerNumber',
      'senderName',
      'address',
      'subject',
    ]);
  });

  it.each([
    ['arrivedOn', '2026-11-23', 'future'],
    ['registerNumber', '#12', 'badNumber'],
    ['address', 'x'.repeat(61), 'addressTooLong'],
    ['address', 'a\nb\nc\nd\ne\nf', 'addressTooLong'],
  ] as const)('cannot have %s %j', (field, value, wrong) => {
    expect(wrongFields({ ...whole, [field]: value }, noon)).toEqual([[field, wrong]]);
  });
});
