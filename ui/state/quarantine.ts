import { signal } from '@preact/signals';
import type { Output } from '../api/client.ts';
import { call } from './desk.ts';

type HeldTicket = Output<'listQuarantine'>['items'][number];
export type Blocked = Output<'listBlockedSenders'>['blocked'][number];

export const held = signal<readonly HeldTicket[] | undefined>(undefined);
export const heldCursor = signal<string | undefined>(undefined);
export const blocked = signal<readonly Blocked[] | undefined>(undefined);

export const readHeld = async (): Promise<void> => {
  const page = await call('listQuarantine', { query: {} });
  held.value = page.items;
  heldCursor.value = page.cursor;
};

export const readMoreHeld = async (): Promise<void> => {
  const { items, cursor } = await call('listQuarantine', { query: { cursor: heldCursor.value } });
  const shown = new Set(held.value?.map(({ id }) => id));
  held.value = [...(held.value ?? []), ...items.filter(({ id }) => !shown.has(id))];
  heldCursor.value = cursor;
};

/** The list's index follows a change a moment later, so the line goes at once. */
export const forget = (ticketId: string): void => {
  held.value = held.value?.filter(({ id }) => id !== ticketId);
};

export const readBlocked = async (): Promise<void> => {
  blocked.value = (await call('listBlockedSenders', {})).blocked;
};

export const block = async (pattern: string, reason: string): Promise<void> => {
  blocked.value = (await call('blockSender', { body: { pattern, reason } })).blocked;
};

export const unblock = async (pattern: string): Promise<void> => {
  blocked.value = (await call('unblockSender', { params: { pattern } })).blocked;
};
