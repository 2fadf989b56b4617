import type { ChatFrame, ChatPush } from '../../schemas/chat.ts';
import {
  nextToSend,
  type Pending,
  withoutPending,
  withPending,
  withRefusal,
  withStored,
} from './conversation.ts';
import type { Keeper } from './keeper.ts';
import type { Store } from './state.ts';

/** No answer for so long: the line is dead or the answer was lost. Sending again is taken once. */
const answerMilliseconds = 20_000;

export type Outbox = {
  readonly say: (text: string, files: Pending['files']) => void;
  readonly giveEmail: (email: string) => void;
  readonly sendAgain: (clientMsgId: string) => void;
  readonly remove: (clientMsgId: string) => void;
};

type Parts = {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly send: (frame: ChatFrame) => boolean;
  /** The desk did not answer. */
  readonly silent: () => void;
  readonly newId?: () => string;
  readonly now?: () => Date;
};

type Inside = {
  readonly flush: () => void;
  readonly stored: (answer: Extract<ChatPush, { type: 'stored' }>) => void;
  readonly refused: (answer: Extract<ChatPush, { type: 'refused' }>) => void;
  readonly interrupted: () => void;
  /** The conversation was changed by somebody else. */
  readonly changed: () => void;
};

/**
 * Messages on their way, kept in the browser until the desk has said that they are stored: through a lost line, a closed
 * page, an answer that never came. One at a time, each under an id of its own.
 */
export function newOutbox({
  store,
  keeper,
  send,
  silent,
  newId = () => crypto.randomUUID(),
  now = () => new Date(),
}: Parts): Outbox & Inside {
  let inFlight: string | undefined;
  let impatient: ReturnType<typeof setTimeout> | undefined;
  let contact: Extract<ChatFrame, { type: 'contact' }> | undefined;

  const set = (conversation: ReturnType<Store['state']>['conversation']) => {
    store.set({ conversation });
    changed();
  };
  const changed = () => keeper.write({ pending: store.state().conversation.pending });

  const flush = (): void => {
    const next = nextToSend(store.state().conversation);
    if (inFlight !== undefined) return;
    if (!next) return flushContact();
    const { clientMsgId, text, files } = next;
    const { email } = keeper.read();
    const frame: ChatFrame = {
      type: 'message',
      clientMsgId,
      text,
      files: files.map(({ grant }) => grant),
      ...(email !== undefined && { email }),
    };
    if (!send(frame)) return;
    inFlight = clientMsgId;
    impatient = setTimeout(() => {
      landed();
      silent();
    }, answerMilliseconds);
  };

  /** Of no use before anything was said: messages carry the address themselves. */
  const flushContact = () => {
    if (contact && store.state().conversation.messages.length > 0) send(contact);
  };

  const landed = () => {
    clearTimeout(impatient);
    inFlight = undefined;
  };

  return {
    flush,
    changed,
    say: (text, files) => {
      set(
        withPending(store.state().conversation, {
          clientMsgId: newId(),
          text,
          files,
          at: now().toISOString(),
        }),
      );
      flush();
    },
    giveEmail: (email) => {
      keeper.write({ email });
      contact = { type: 'contact', clientMsgId: newId(), email };
      flush();
    },
    sendAgain: (clientMsgId) => {
      set(withRefusal(store.state().conversation, clientMsgId, undefined));
      flush();
    },
    remove: (clientMsgId) => set(withoutPending(store.state().conversation, clientMsgId)),
    stored: (answer) => {
      if (contact?.clientMsgId === answer.clientMsgId) contact = undefined;
      if (inFlight === answer.clientMsgId) landed();
      set(withStored(store.state().conversation, answer));
      flush();
    },
    refused: ({ clientMsgId, code }) => {
      if (contact?.clientMsgId === clientMsgId) contact = undefined;
      if (inFlight === clientMsgId) landed();
      set(withRefusal(store.state().conversation, clientMsgId, code));
      flush();
    },
    interrupted: landed,
  };
}
