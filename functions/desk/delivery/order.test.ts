import { describe, expect, test } from 'vitest';
import type { DeliveryState, Message } from '../../../schemas/timeline.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { messageFrom } from '../tickets/message.ts';
import { isBehind } from './order.ts';

const now = '2026-11-22T12:00:30.000Z';
const answer = (id: string, at: string, state: DeliveryState): Message => ({
  ...messageFrom(anInbound(), { ticketId: 'tkt_1', kind: 'reply', now: at }),
  id,
  direction: 'out',
  occurredAt: at,
  delivery: { state, attempts: 0, at },
});
const second = answer('msg_2', '2026-11-22T12:00:20.000Z', 'queued');

describe('an answer waits for the one before it', () => {
  test.each([
    ['while that waits itself', 'queued', true],
    ['while that is being sent', 'sending', true],
    ['not once it left', 'sent', false],
    ['not when nobody knows', 'unknown', false],
    ['not when it failed', 'failed', false],
  ] as const)('%s', (_name, state, waits) => {
    const first = answer('msg_1', '2026-11-22T12:00:10.000Z', state);

    expect(isBehind(second, [first, second], now)).toBe(waits);
  });

  test('never for a later one, another chat’s, or longer than two minutes', () => {
    const later = answer('msg_3', '2026-11-22T12:00:25.000Z', 'queued');
    const first = answer('msg_1', '2026-11-22T12:00:10.000Z', 'queued');
    const elsewhere = { ...first, address: 'bob@customer.example' };

    expect(isBehind(second, [later, elsewhere], now)).toBe(false);
    expect(isBehind(second, [first], '2026-11-22T12:02:20.000Z')).toBe(false);
  });
});
