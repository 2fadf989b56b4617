import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Calendar } from '../../../schemas/calendar.ts';
import { ServicePromise } from '../../../schemas/promise.ts';
import { cet, created, HOUR } from '../../../test/make/a-promise.ts';
import { bookOf } from './book.ts';
import { startClocks } from './clocks.ts';
import { defaultCalendars, defaultPromises } from './defaults.ts';
import { instancesOf } from './instance-of.ts';
import { calendarIdsOf, pinUse, selectPromise } from './select-promise.ts';

const calendars = defaultCalendars('Europe/Berlin');

function opened(topic: string, profile: 'normal' | 'peak' = 'normal', at = cet('Mon 10:00')) {
  const promise = selectPromise(defaultPromises, { topic, channel: 'mail' });
  if (!promise) throw new Error('the last default promise matches everything');
  const use = pinUse(promise, profile, calendars);
  return startClocks(created(at, { use }), bookOf(defaultPromises, calendars));
}

describe('the desk it comes with', () => {
  it('is valid and names only calendars that exist', () => {
    const named = defaultPromises.flatMap(calendarIdsOf);

    expect(z.array(ServicePromise).safeParse(defaultPromises).success).toBe(true);
    expect(z.array(Calendar).safeParse(calendars).success).toBe(true);
    expect(calendars.map((c) => c.id)).toEqual(expect.arrayContaining(named));
  });

  it.each([
    ['missing-cashback', 4, 24],
    ['confirmation', 8, 24],
    ['payouts', 4, 12],
    ['how-to', 8, 24],
    ['account', 4, 12],
    ['parcels', 8, 24],
    ['bug', 8, 24],
    ['partnership', 18, 18],
    ['legal', 18, 18],
    ['other', 8, 24],
  ])('promises the first reply on %s in %d hours, in a peak in %d', (topic, normal, peak) => {
    const targets = (['normal', 'peak'] as const).map(
      (p) => instancesOf(opened(topic, p))[0]?.targetSeconds,
    );

    expect(targets).toEqual([normal * HOUR, peak * HOUR]);
  });

  it('answers partners within two of the managers’ days', () => {
    expect(instancesOf(opened('partnership', 'normal', cet('Thu 12:00')))[0]?.dueAt).toBe(
      cet('next-Mon 12:00'),
    );
  });

  it('resolves missing cash-back in five days', () => {
    const resolution = instancesOf(opened('missing-cashback')).find((i) => i.kind === 'resolution');

    expect(resolution?.dueAt).toBe(cet('Sat 10:00'));
  });

  it('keeps the state of a usual ticket small', () => {
    // As DynamoDB stores it, numbers take half of their digits: about 260 and 350 bytes.
    expect(JSON.stringify(opened('payouts')).length).toBeLessThan(360);
    expect(JSON.stringify(opened('missing-cashback')).length).toBeLessThan(520);
  });
});
