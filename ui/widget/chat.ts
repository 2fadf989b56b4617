import type { ChatPush, ChatUser } from '../../schemas/chat.ts';
import {
  isWaiting,
  newestAnswerAt,
  noConversation,
  unreadCount,
  withMessages,
} from './conversation.ts';
import { type Desk, Refused } from './desk.ts';
import type { Keeper } from './keeper.ts';
import { type Line, newLine } from './line.ts';
import type { Options } from './options.ts';
import { newOutbox, type Outbox } from './outbox.ts';
import { newReceipts } from './receipts.ts';
import type { Store } from './state.ts';

/** How long "is writing" stays after it was last said. */
const typingMilliseconds = 6_000;
/** While somebody waits, place and wait are asked for so often. */
const statusMilliseconds = 60_000;
/** After a message, the desk needs a moment to put it into the queue. */
const settledMilliseconds = 3_000;

export type Chat = Outbox & {
  readonly open: () => void;
  readonly close: () => void;
  readonly typing: () => void;
  readonly token: () => string | undefined;
  /** The page's user signed in, or another did. */
  readonly identify: (user: ChatUser) => void;
  /** The page's user signed out: nothing of the conversation stays in this browser. */
  readonly forget: () => void;
  /** The page is looked at again, the network is back. */
  readonly wake: () => void;
  /** The browser says that there is no network; a socket may believe in it for minutes. */
  readonly lose: () => void;
};

type Parts = {
  readonly options: Options;
  readonly desk: Desk;
  readonly keeper: Keeper;
  readonly store: Store;
  readonly isVisible: () => boolean;
  readonly warn: (text: string) => void;
};

/** The widget's whole behavior; views show the store's state and call these. */
export function newChat({ options, desk, keeper, store, isVisible, warn }: Parts): Chat {
  let user = options.user;
  let line: Line | undefined;
  let forgetTyping: ReturnType<typeof setTimeout> | undefined;
  let saidTypingAt = 0;
  const { state, set } = store;

  const report = newReceipts({
    send: (frame) => line?.send(frame) ?? false,
    until: () => newestAnswerAt(state().conversation),
    what: () => (!isVisible() ? undefined : state().isOpen ? 'read' : 'delivered'),
    read: (readAt) => keeper.write({ readAt }),
  });

  /** After whatever changed: what is unread, and what the desk should know of it. */
  const noticed = () => {
    report();
    set({ unread: unreadCount(state().conversation, keeper.read().readAt) });
  };

  /** The same conversation under a fresh token; another one when the visitor is another. */
  const openSession = async (): Promise<string> => {
    const kept = keeper.read();
    // Somebody was signed in on this page and is not any more.
    const isOthers = kept.userId !== user?.id && kept.userId !== undefined;
    if (isOthers) startAnew();
    const token = isOthers ? undefined : kept.token;
    try {
      const { connection, language } = options;
      const session = await desk('session', {
        connection,
        language,
        ...(token !== undefined && { token }),
        ...(user && { user }),
      });
      if (keeper.read().chat !== undefined && keeper.read().chat !== session.chat) startAnew();
      keeper.write({ token: session.token, chat: session.chat, userId: user?.id });
      const { name, isIdentified, status } = session;
      set({ name, isIdentified, status });
      return session.socketUrl;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'chat.identity-refused' && user) {
        warn('the user’s signature was refused; the visitor stays anonymous');
        user = undefined;
        return openSession();
      }
      warn(`refused: ${error.code}`);
      if (error.code.startsWith('chat.')) {
        line?.stop();
        set({ phase: 'unavailable' });
      }
      throw error;
    }
  };

  const startAnew = () => {
    keeper.clear();
    set({ conversation: noConversation, isRead: false, mailTo: undefined, unread: 0, uploads: [] });
  };

  /** Everything since the cursor. What a push lost is found here. */
  const catchUp = async (): Promise<void> => {
    const { token } = keeper.read();
    if (token === undefined) return;
    const { cursor: since } = state().conversation;
    const told = await desk('history', { token, ...(since !== undefined && { since }) });
    set({
      conversation: withMessages(state().conversation, told.messages, told.cursor),
      isRead: true,
      isCut: state().isCut || told.isCut,
      mailTo: told.mailTo,
      status: told.status,
    });
    if (told.messages.length > 0) keeper.write({ hasTalked: true });
    outbox.changed();
    noticed();
  };
  const catchUpSoon = () =>
    void catchUp().catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'chat.token-invalid') line?.restart();
    });

  const hear = (message: ChatPush): void => {
    if (message.type === 'stored') {
      outbox.stored(message);
      keeper.write({ hasTalked: true });
      setTimeout(catchUpSoon, settledMilliseconds);
    } else if (message.type === 'refused') outbox.refused(message);
    else if (message.type === 'changed') catchUpSoon();
    else if (message.type === 'typing') showTyping(message.name);
    else if (message.type === 'seen') {
      set({ conversation: { ...state().conversation, seenAt: message.at } });
    } else if (message.type === 'message') {
      if (message.message.by === 'agent') showTyping(undefined);
      set({ conversation: withMessages(state().conversation, [message.message]) });
      outbox.changed();
      noticed();
    }
  };

  const showTyping = (typing: string | undefined) => {
    clearTimeout(forgetTyping);
    set({ typing });
    if (typing !== undefined)
      forgetTyping = setTimeout(() => set({ typing: undefined }), typingMilliseconds);
  };

  const connect = () => {
    line ??= newLine({
      address: openSession,
      hear,
      changed: (line) => {
        if (state().phase === 'unavailable') return;
        if (line === 'open') {
          set({ phase: 'online' });
          catchUpSoon();
          outbox.flush();
        } else if (line === 'lost') {
          set({ phase: 'lost' });
          outbox.interrupted();
        } else if (state().phase !== 'lost') set({ phase: 'connecting' });
      },
    });
    line.start();
  };

  const outbox = newOutbox({
    store,
    keeper,
    send: (frame) => line?.send(frame) ?? false,
    silent: () => line?.restart(),
  });

  setInterval(() => {
    const { isOpen, phase, conversation } = state();
    if (isOpen && phase === 'online' && isVisible() && isWaiting(conversation)) catchUpSoon();
  }, statusMilliseconds);

  if (keeper.read().hasTalked) connect();

  return {
    ...outbox,
    open: () => {
      set({ isOpen: true });
      connect();
      noticed();
    },
    close: () => set({ isOpen: false }),
    typing: () => {
      if (Date.now() - saidTypingAt < 3_000) return;
      saidTypingAt = Date.now();
      line?.send({ type: 'typing' });
    },
    token: () => keeper.read().token,
    identify: (signedIn) => {
      user = signedIn;
      if (line) line.restart();
      else if (keeper.read().hasTalked) connect();
    },
    forget: () => {
      user = undefined;
      startAnew();
      line?.restart();
    },
    lose: () => {
      if (state().phase !== 'online') return;
      set({ phase: 'lost' });
      outbox.interrupted();
    },
    wake: () => {
      if (state().phase === 'lost') line?.restart();
      else if (state().phase === 'online') catchUpSoon();
    },
  };
}
