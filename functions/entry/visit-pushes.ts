import type { ChatPush } from '../../schemas/chat.ts';
import type { PushMessage } from '../../schemas/push.ts';
import type { Visit, VisitStore } from '../desk/visits.ts';
import { log } from '../observe/log.ts';
import type { Push } from './push.ts';

type Pushing = {
  readonly visits: Pick<VisitStore, 'socketsOf' | 'watchersOf'>;
  readonly push: Push;
  /** Forgets a socket that nobody is behind any more. */
  readonly forget: (socketId: string) => Promise<unknown>;
};

/** Tells everyone who has a conversation open; who misses it reads the history. Never rejects for a socket. */
export const pushToVisitors = async (
  deps: Pick<Pushing, 'push' | 'forget'> & { readonly visits: Pick<VisitStore, 'socketsOf'> },
  conversation: Pick<Visit, 'connectionId' | 'chat'>,
  message: ChatPush,
): Promise<void> => pushTo(deps, await deps.visits.socketsOf(conversation), message);

/** Tells the screens that show a ticket. */
export const pushToWatchers = async (
  deps: Pick<Pushing, 'push' | 'forget'> & { readonly visits: Pick<VisitStore, 'watchersOf'> },
  ticketId: string,
  message: PushMessage,
): Promise<void> => pushTo(deps, await deps.visits.watchersOf(ticketId), message);

export const pushTo = async (
  { push, forget }: Pick<Pushing, 'push' | 'forget'>,
  sockets: readonly string[],
  message: ChatPush | PushMessage,
): Promise<void> => {
  const text = JSON.stringify(message);
  await Promise.all(
    sockets.map(async (socketId) => {
      try {
        if ((await push(socketId, text)) === 'gone') await forget(socketId);
      } catch (error) {
        // The other side notices its lost line and asks; the others must not wait for it.
        log.warn('visit.push.failed', { socketId, type: message.type }, error);
      }
    }),
  );
};
