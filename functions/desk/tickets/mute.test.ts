import { describe, expect, it } from 'vitest';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { messageFrom } from './message.ts';
import { isLoop, mute } from './mute.ts';

const start = Date.parse('2026-11-22T10:00:00.000Z');
const now = '2026-11-22T10:59:00.000Z';

/** Mails of both sides, `i` in and `o` out, so many minutes apart. */
const mails = (sides: string, minutes: number) =>
  [...sides].map((side, index) => ({
    ...messageFrom(
      anInbound({
        idempotencyKey: `mail|support|${index}`,
        occurredAt: new Date(start + index * minutes * 60_000).toISOString(),
      }),
      { ticketId: 'tkt_1', kind: 'customer', now },
    ),
    direction: side === 'i' ? ('in' as const) : ('out' as const),
  }));

describe('a loop', () => {
  it.each([
    ['eleven mails to and fro in an hour', 'ioioioioioi', 4, true],
    ['ten of them', 'ioioioioio', 4, false],
    ['eleven in two hours', 'ioioioioioi', 12, false],
    ['a customer who writes line by line', 'iiiiiiiiiiiioiiiiii', 2, false],
    ['an agent who answers each of many', 'iiiioooiiiooooiiii', 2, false],
  ])('%s: %s', (_, sides, minutes, expected) => {
    const said = mails(sides, minutes);

    expect(isLoop(said, said.at(-1)?.occurredAt ?? now)).toBe(expected);
  });

  it('mutes a ticket once', () => {
    const change = mute(aTicket({ mayAcknowledge: true }), now);

    expect(change?.ticket).toMatchObject({ mutedAt: now, mayAcknowledge: false });
    expect(change?.entries).toMatchObject([{ kind: 'muted' }]);
    expect(change && mute(change.ticket, now)).toBeUndefined();
  });
});
