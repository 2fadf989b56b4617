import type { ChatPush } from '../../../schemas/chat.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { chatPushOf } from '../../channels/chat/chat-message.ts';
import type { Visit } from '../../desk/visits.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';
import { log } from '../../observe/log.ts';
import { pushToVisitors } from '../visit-pushes.ts';
import type { RelayDeps } from './relay-deps.ts';

type News = Pick<Visit, 'connectionId' | 'chat'> & { readonly push: ChatPush };

/** What a change is to the visitor whose conversation it is in: a message of either side, or its new wording. */
export const chatNewsOf = (change: StreamChange): News | undefined => {
  if (change.kind !== 'entry' || change.after?.type !== 'message') return undefined;
  const { before, after } = change;
  if (after.channel !== 'chat' || after.address === undefined) return undefined;
  if (before?.type === 'message' && !isReworded(before, after)) return undefined;
  const push = chatPushOf(after);
  return push && { connectionId: after.connectionId, chat: after.address, push };
};

/** A delivery's new state is not the visitor's concern. */
const isReworded = (before: Message, after: Message): boolean =>
  before.editedAt !== after.editedAt || before.deletedAt !== after.deletedAt;

/** Pushes to every page that has the conversation open. Best effort: whoever misses it reads the history. */
export async function tellVisitors(
  deps: RelayDeps,
  changes: readonly StreamChange[],
): Promise<void> {
  const { visits, push } = deps;
  await Promise.all(
    changes.flatMap(chatNewsOf).map(async (news) => {
      if (!news) return;
      try {
        await pushToVisitors(
          { visits, push, forget: (gone) => visits.close(gone) },
          news,
          news.push,
        );
      } catch (error) {
        log.warn('relay.visitors.failed', { connection: news.connectionId }, error);
      }
    }),
  );
}
