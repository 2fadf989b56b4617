import { expect, it } from 'vitest';
import { ClockEvent } from '../../../schemas/clock.ts';
import { eventKinds, eventOf, instantOf, localOf } from './stories.ts';

const told = { at: '2026-11-20T16:30', status: 'waiting', priority: 'high' } as const;

it.each(eventKinds)('an event that is told is one that clocks know: %s', (kind) => {
  const event = eventOf({ ...told, kind }, 0);

  expect(ClockEvent.parse(event)).toEqual(event);
});

it('without a moment it is none', () => {
  expect(eventOf({ ...told, kind: 'status', at: '' }, 0)).toBeUndefined();
});

it('a moment goes through the field and back', () => {
  const moment = Date.UTC(2026, 10, 20, 16, 30);

  expect(instantOf(localOf(moment))).toBe('2026-11-20T16:30:00.000Z');
});
