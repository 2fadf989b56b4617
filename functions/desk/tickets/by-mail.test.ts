import { expect, it } from 'vitest';
import { readAnswer } from './by-mail.ts';

it.each([
  ['an answer', 'It is on its way.', { kind: 'reply', text: 'It is on its way.' }],
  [
    'an answer over a signature',
    'On its way.\n-- \nAnn\nSupport',
    { kind: 'reply', text: 'On its way.' },
  ],
  ['a note', '#note\nLooks like fraud.', { kind: 'note', text: 'Looks like fraud.' }],
  ['a note on one line', '#Note: looks like fraud', { kind: 'note', text: 'looks like fraud' }],
  ['an answer that talks of #notes', '#notes are fine', { kind: 'reply', text: '#notes are fine' }],
  ['nothing', '\n-- \nAnn', { kind: 'note', text: '', because: 'empty' }],
  [
    'an answer between the lines of the notification',
    '> Due soon\nI know.\n> https://desk.example/tickets/tkt_7',
    { kind: 'note', because: 'quoted-notice' },
  ],
  [
    'the notification’s marker',
    'Yes\n[ref:7.abcdefghijkl]',
    { kind: 'note', because: 'quoted-notice' },
  ],
])('reads %s', (_, written, answer) => {
  expect(readAnswer(written)).toMatchObject(answer);
});
