import { describe, expect, test } from 'vitest';
import { aTicket } from '../../test/make/a-ticket.ts';
import {
  dueOrderOf,
  dueUntil,
  entryKey,
  instantKey,
  instantOfKey,
  pointerKey,
  subjectKey,
  ticketKey,
  topicOrderOf,
} from './keys.ts';

const orderOf = (over: Parameters<typeof aTicket>[0]) => topicOrderOf(aTicket(over), 'active');

describe('keys', () => {
  test('sort instants as time does', () => {
    const instants = [
      '1970-01-01T00:00:00.000Z',
      '1999-12-31T23:59:59.999Z',
      '2026-11-22T10:00:00.001Z',
      '2100-01-01T00:00:00.000Z',
    ];

    expect(instants.map(instantKey).toSorted()).toEqual(instants.map(instantKey));
    expect(instants.map(instantKey).map(instantOfKey)).toEqual(instants);
  });

  test('refuse what is no instant', () => {
    expect(() => instantKey('yesterday')).toThrow(RangeError);
    expect(() => instantKey('1969-12-31T23:59:59.000Z')).toThrow(RangeError);
  });

  test('put what is due before what only waits', () => {
    const due = orderOf({
      dueAt: '2026-12-31T00:00:00.000Z',
      createdAt: '2026-11-30T00:00:00.000Z',
    });
    const waits = orderOf({ waitingSince: '2020-01-01T00:00:00.000Z' });

    expect(due < waits).toBe(true);
  });

  test('put the ticket behind every entry of its timeline', () => {
    const entry = entryKey({
      ticketId: 'tkt_7',
      occurredAt: '2100-01-01T00:00:00.000Z',
      id: 'msg_zz',
    });

    expect(entry.PK).toBe(ticketKey('tkt_7').PK);
    expect(entry.SK < ticketKey('tkt_7').SK).toBe(true);
  });

  test('count what is due in the very millisecond as due', () => {
    const at = '2026-11-22T10:00:00.000Z';

    expect(dueOrderOf('tkt_999999999999', at) < dueUntil(at)).toBe(true);
    expect(dueOrderOf('tkt_1', '2026-11-22T10:00:00.001Z') > dueUntil(at)).toBe(true);
  });

  test('stay under DynamoDB’s 2,048 bytes and name no subject', () => {
    expect(Buffer.byteLength(pointerKey('я'.repeat(3000)).PK)).toBeLessThan(2048);
    expect(subjectKey('issuer|42').PK).not.toContain('42|');
    expect(pointerKey('mail|support|a@b').PK).toContain('mail|support|a@b');
  });
});
