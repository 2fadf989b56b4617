import { expect, test } from 'vitest';
import { addressOf, narrowed, viewOf } from './view.ts';

test('a view is what its address says, and nothing else', () => {
  expect(viewOf({ topic: 'bug', assignee: '', other: 'x' })).toEqual({ topic: 'bug' });
});

test('an address leads back to its view', () => {
  const view = { topic: 'bug', channel: 'telegram', assignee: 'nobody' } as const;
  const [path, query] = addressOf('closed', view).split('?');

  expect(path).toBe('/all/closed');
  expect(viewOf(Object.fromEntries(new URLSearchParams(query)))).toEqual(view);
});

test('a view of everything has a plain address', () => {
  expect(addressOf('active', {})).toBe('/all');
});

test('another source takes the place of the one before', () => {
  expect(narrowed({ topic: 'bug', channel: 'mail' }, 'connection', 'bot')).toEqual({
    topic: 'bug',
    connection: 'bot',
  });
  expect(narrowed({ topic: 'bug', connection: 'bot' }, 'channel', '')).toEqual({ topic: 'bug' });
});
