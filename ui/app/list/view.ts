import type { ListOf } from '../../state/ticket-list.ts';

export type View = Omit<Extract<ListOf, { of: 'all' }>, 'of' | 'group'>;

const narrowing = ['topic', 'channel', 'connection', 'assignee', 'tier', 'language'] as const;
type Narrowing = (typeof narrowing)[number];

/** What an address narrows the list to; empty values narrow nothing. */
export const viewOf = (query: Readonly<Record<string, string | undefined>>): View =>
  Object.fromEntries(
    narrowing.flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  ) as View;

/** The address of a view: it can be kept, sent to a colleague, and gone back to. */
export const addressOf = (group: string, view: View): string => {
  const query = new URLSearchParams(
    narrowing.flatMap((name) => (view[name] ? [[name, view[name]]] : [])),
  ).toString();
  return `/all${group === 'active' ? '' : `/${group}`}${query && `?${query}`}`;
};

/** The view with another value; an empty one no longer narrows. A connection is of one channel, so one replaces the other. */
export const narrowed = (view: View, name: Narrowing, value: string): View => {
  const { channel, connection, ...others } = view;
  const source = { ...(channel && { channel }), ...(connection && { connection }) };
  const isSource = name === 'channel' || name === 'connection';
  return viewOf({ ...others, ...(isSource ? {} : source), [name]: value });
};
