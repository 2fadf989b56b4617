import { describe, expect, it } from 'vitest';
import type { Reach } from '../../schemas/api/views.ts';
import { chosenWay, isOver, openWayOf, takesText } from './ways.ts';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const aWay = (over: Partial<Reach> = {}): Reach => ({
  connectionId: 'whatsapp',
  channel: 'whatsapp',
  address: '491700000001',
  state: 'open',
  takesTemplates: true,
  fileBytesMax: 1_000,
  canEdit: false,
  ...over,
});
const mail = aWay({ connectionId: 'support', channel: 'mail', address: 'kim@example.com' });

describe('the way of an answer', () => {
  it('is the ticket’s own until another is chosen', () => {
    const view = { reach: aWay(), otherWays: [mail] };

    expect(chosenWay(view, undefined)).toBe(view.reach);
    expect(chosenWay(view, mail)).toBe(mail);
  });

  it('is the ticket’s own again when the chosen one is gone', () => {
    const reach = aWay();

    expect(chosenWay({ reach, otherWays: [] }, mail)).toBe(reach);
  });

  it.each([
    ['open', true],
    ['person-only', true],
    ['window-closed', false],
    ['blocked', false],
    ['no-reply', false],
  ] as const)('that is %s takes words of our own: %s', (state, expected) => {
    expect(takesText(aWay({ state }), noon)).toBe(expected);
  });

  it('takes none once its end has come, though nobody read the ticket again', () => {
    const way = aWay({ closesAt: '2026-11-22T12:00:00.000Z' });

    expect(isOver(way, noon)).toBe(true);
    expect(takesText(way, noon - 1)).toBe(true);
    expect(takesText(way, noon)).toBe(false);
  });

  it('that is closed has the first open one beside it offered', () => {
    const closed = aWay({ state: 'window-closed' });
    const blocked = { ...mail, state: 'blocked' as const };

    expect(openWayOf([blocked, mail], closed, noon)).toBe(mail);
    expect(openWayOf([blocked], closed, noon)).toBeUndefined();
  });
});
