import { computed, signal } from '@preact/signals';
import type { PushMessage } from '../../schemas/push.ts';
import { call } from './desk.ts';
import { onPush, onReconnect, say } from './push.ts';

type Presence = Extract<PushMessage, { type: 'presence' }>;

/** Whether the visitor of the watched chat has its page open; undefined until we are told. */
export const presence = signal<Presence | undefined>(undefined);

/** A visitor who writes says so every few seconds; silence for so long means they stopped, milliseconds. */
const typingLasts = 6_000;
const typing = signal('');
let stops: ReturnType<typeof setTimeout>;
/** The ticket whose visitor is writing just now. */
export const typingIn = computed(() => typing.value);

let watched = '';
const watch = () => {
  if (watched) say({ type: 'watch', ticketId: watched });
};
onReconnect(watch);
onPush((message) => {
  if (message.type === 'presence' && message.ticketId === watched) presence.value = message;
  if (message.type === 'typing' && message.ticketId === watched) {
    typing.value = message.ticketId;
    clearTimeout(stops);
    stops = setTimeout(() => (typing.value = ''), typingLasts);
  }
});

/** Watches a site chat's ticket while it is on screen. Answers how to stop. */
export const watchChat = (ticketId: string): (() => void) => {
  watched = ticketId;
  presence.value = undefined;
  typing.value = '';
  watch();
  return () => {
    say({ type: 'unwatch', ticketId });
    if (watched === ticketId) watched = '';
  };
};

/** The visitor is told at most so often that we are writing, milliseconds. */
const announceEvery = 4_000;
let announcedAt = 0;

/** Lets the visitor see that an answer is being written. Nobody is troubled when that fails. */
export const announceTyping = (ticketId: string): void => {
  const now = Date.now();
  if (now - announcedAt < announceEvery) return;
  announcedAt = now;
  call('announceTyping', { params: { ticketId }, body: {} }).catch(() => undefined);
};
