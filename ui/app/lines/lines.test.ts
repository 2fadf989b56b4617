import { expect, it } from 'vitest';
import { Line } from '../../../schemas/desk.ts';
import { withAbsence, withLimit, withOutside, withPart } from './lines.ts';

const line: Line = { id: 'front', name: { en: 'Front' }, calendarId: 'front' };

it('what is set and taken away again leaves no trace', () => {
  const changed = withPart(withLimit(line, 'tickets', 25), 'cost', 12.5);

  expect(Line.parse(changed)).toEqual({ ...line, capacity: { tickets: 25 }, cost: 12.5 });
  expect(withPart(withLimit(changed, 'tickets', undefined), 'cost', undefined)).toEqual(line);
});

it('one limit of several goes alone', () => {
  const both = withLimit(withLimit(line, 'tickets', 25), 'chats', 3);

  expect(withLimit(both, 'tickets', undefined).capacity).toEqual({ chats: 3 });
});

it('waiting forgets where the line flowed over to', () => {
  const flowing = { ...withOutside(line, 'overflow'), overflowTo: 'second' };

  expect(withOutside(flowing, 'overflow')).toEqual(flowing);
  expect(withOutside(flowing, 'wait')).toEqual(line);
});

it('keeping is what an absence does by itself', () => {
  const giving = withAbsence(line, 'back', 'customer-writes');

  expect(giving.absence).toEqual({ gives: 'back', when: 'customer-writes' });
  expect(withAbsence(giving, 'keep', 'at-once')).toEqual(line);
});
