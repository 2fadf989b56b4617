import { expect, it } from 'vitest';
import { invitationSpan } from './invitation-span.ts';

const spaced = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

it.each([
  [
    'UTC, in the reader’s zone',
    '20261122T100000Z',
    '20261122T110000Z',
    '',
    'Nov 22, 2026, 11:00 AM – 12:00 PM',
  ],
  [
    'a named zone, as written',
    '20261122T100000',
    '20261122T110000',
    'W. Europe Standard Time',
    'Nov 22, 2026, 10:00 – 11:00 AM (W. Europe Standard Time)',
  ],
  ['a whole day', '20261122', '20261123', '', 'Nov 22, 2026'],
  ['whole days', '20261122', '20261125', '', 'Nov 22 – 24, 2026'],
  ['without an end', '20261122T100000Z', '', '', 'Nov 22, 2026, 11:00 AM'],
  ['what nobody can read', 'soon', '', '', 'soon'],
])('says when: %s', (_, start, end, timeZone, text) => {
  const span = invitationSpan({ start, end, timeZone }, 'en', 'Europe/Berlin');

  expect(spaced(span)).toBe(text);
});
