import { describe, expect, test } from 'vitest';
import { roundedMinutes, type Waiting, waitOf } from './waiting.ts';

const now = Date.parse('2026-11-02T10:00:00.000Z');
const secondsSince = (instant: string) => (now - Date.parse(instant)) / 1000;
const aWait = (id: string, minutes: number | undefined, channel: Waiting['channel'] = 'chat') => ({
  id,
  channel,
  ...(minutes !== undefined && { waitingSince: new Date(now - minutes * 60_000).toISOString() }),
});
const ask = (list: readonly Waiting[], ticketId?: string, isCut = false) =>
  waitOf({ list, isCut, channel: 'chat', secondsSince, ...(ticketId && { ticketId }) });

describe('the place in the queue', () => {
  test('counts who is offered to agents before, whatever the channel', () => {
    const list = [aWait('tkt_1', 5, 'mail'), aWait('tkt_2', 2), aWait('tkt_3', 1)];

    expect(ask(list, 'tkt_3').position).toBe(3);
  });

  test('does not count those where the ball is with the customer', () => {
    expect(ask([aWait('tkt_1', undefined), aWait('tkt_2', 2)], 'tkt_2').position).toBe(1);
  });

  test('is behind the list for a ticket that the list does not show yet', () => {
    expect(ask([aWait('tkt_1', 3)], 'tkt_2')).toMatchObject({ position: 2 });
  });

  test('says that it is further back than was read', () => {
    expect(ask([aWait('tkt_1', 3), aWait('tkt_2', 3)], 'tkt_9', true)).toEqual({
      position: 3,
      isFarBack: true,
    });
  });

  test('is nobody’s who has not written', () => {
    expect(ask([aWait('tkt_1', 3)])).toEqual({});
  });
});

describe('the expected wait', () => {
  const list = [aWait('tkt_1', 12), aWait('tkt_2', 8), aWait('tkt_3', 4), aWait('tkt_4', 1)];

  test('is the pace of the queue times the places', () => {
    expect(ask(list, 'tkt_2').minutes).toBe(10);
    expect(ask(list, 'tkt_1').minutes).toBe(3);
  });

  test('is for a newcomer that of one place more', () => {
    expect(ask(list).minutes).toBe(15);
  });

  test('leaves out mail, which may lie for days', () => {
    expect(ask([aWait('tkt_0', 4000, 'mail'), ...list], 'tkt_1').minutes).toBe(3);
  });

  test('is not given for a single one, whose own waiting tells nothing', () => {
    expect(ask([aWait('tkt_1', 12)], 'tkt_1').minutes).toBeUndefined();
  });

  test.each([
    [0, 1],
    [61, 2],
    [301, 10],
    [3_601, 90],
    [4 * 3_600, 240],
  ])('of %i s is said as %i min', (seconds, minutes) => {
    expect(roundedMinutes(seconds)).toBe(minutes);
  });

  test('of more than four hours is not said', () => {
    expect(roundedMinutes(4 * 3_600 + 1)).toBeUndefined();
  });
});
