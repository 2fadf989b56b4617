import { describe, expect, it } from 'vitest';
import { TicketStatus } from '../../../schemas/ticket.ts';
import { deliveryStates } from '../delivery/states.ts';
import { afterAction, groupOf, ticketStates } from './states.ts';

describe('the states of a ticket', () => {
  it('leave no status without a way back to open', () => {
    for (const status of TicketStatus.options) {
      const reachable = Object.values(ticketStates[status]);

      expect(reachable, status).toContain('open');
    }
  });

  it('keep a spam ticket spam when its sender writes again', () => {
    expect(afterAction('spam', 'customer-writes')).toBe('spam');
  });

  it('bring every other ticket back to open when its customer writes', () => {
    for (const status of TicketStatus.exclude(['spam']).options)
      expect(afterAction(status, 'customer-writes'), status).toBe('open');
  });

  it('refuse a move that is not in the table and say what the ticket is', () => {
    expect(() => afterAction('closed', 'snooze')).toThrow(
      'A ticket that is "closed" cannot "snooze"',
    );
  });

  it('put only tickets in work on the active list', () => {
    const active = TicketStatus.options.filter((status) => groupOf(status) === 'active');

    expect(active).toEqual(['open']);
  });
});

describe('the states of a delivery', () => {
  it('never lead from an end back to being sent without an agent’s resend', () => {
    for (const state of ['delivered', 'bounced', 'complained', 'failed', 'unknown'] as const) {
      const { resend: _, ...others } = deliveryStates[state];

      expect(Object.values(others), state).not.toContain('queued');
      expect(Object.values(others), state).not.toContain('sending');
    }
  });

  it('let only one claim lead to sending', () => {
    const claimable = Object.entries(deliveryStates).filter(
      ([, moves]) => moves.claim === 'sending',
    );

    expect(claimable.map(([state]) => state)).toEqual(['queued']);
  });
});
