import { createHash } from 'node:crypto';
import { invalid } from '../desk/problem.ts';

/**
 * A cursor is a place inside one list: the last sort key shown, and a mark of the list it belongs to. The partition
 * always comes from the request that was authorized, never from the cursor, so a forged one can only skip within what
 * its holder may read anyway.
 */
export const cursorAt = (list: string, sortKey: string): string =>
  Buffer.from(`${markOf(list)}${sortKey}`).toString('base64url');

const markLength = 6;
const markOf = (list: string) =>
  createHash('sha256').update(list).digest('base64url').slice(0, markLength);

/** @throws Problem `cursor.invalid` when it was made for another list or is not one of ours. */
export const readCursor = (list: string, cursor: string, pattern: RegExp): string => {
  const text = Buffer.from(cursor, 'base64url').toString();
  const sortKey = text.slice(markLength);
  if (text.slice(0, markLength) !== markOf(list) || !pattern.test(sortKey))
    throw invalid('cursor.invalid', 'This list has to be read from its beginning.');
  return sortKey;
};
