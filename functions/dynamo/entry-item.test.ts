import { describe, expect, test } from 'vitest';
import { Delivery } from '../../schemas/timeline.ts';
import { deliveryMap } from './entry-item.ts';

describe('the delivery of a stored message', () => {
  test('keeps every field the schema has', () => {
    const whole: Required<Delivery> = {
      state: 'failed',
      attempts: 3,
      resends: 1,
      at: '2026-11-22T10:00:00.000Z',
      providerId: 'ses-1',
      error: '550 unknown user',
      permanent: true,
      remark: 'a file was left out',
      paper: { state: 'posted', at: '2026-11-22T10:04:00.000Z' },
      edit: { state: 'sent', at: '2026-11-22T10:05:00.000Z' },
    };

    const stored = deliveryMap(whole);

    expect(stored).toEqual(whole);
    expect(Object.keys(stored).toSorted()).toEqual(Object.keys(Delivery.shape).toSorted());
  });

  test('has no undefined field: conditions compare it', () => {
    const bare = { state: 'queued', attempts: 0, at: '2026-11-22T10:00:00.000Z' } as const;

    expect(Object.keys(deliveryMap({ ...bare, error: undefined }))).toEqual(Object.keys(bare));
  });
});
