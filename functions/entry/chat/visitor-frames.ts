import type { ChatFrame, ChatJob, ChatPush } from '../../../schemas/chat.ts';
import { chatMessageKey } from '../../channels/chat/parse.ts';
import { messageIdOf } from '../../desk/ids.ts';
import { invalid, Problem } from '../../desk/problem.ts';
import type { Visit } from '../../desk/visits.ts';
import { log } from '../../observe/log.ts';
import { chatUploadOwner } from '../chat-upload-owner.ts';
import type { ChatDeps } from './chat-deps.ts';
import { tellTyping } from './presence.ts';

/** Of one conversation; nobody types as much. */
const messagesPerHour = 200;
const quietMilliseconds = { typing: 2_000, seen: 1_000 } as const;

/** What a visitor said, and what is answered; undefined: nothing. Unknown sockets are not heard. */
export async function hearVisitor(
  deps: ChatDeps,
  socketId: string,
  frame: Exclude<ChatFrame, { type: 'ping' }>,
): Promise<ChatPush | undefined> {
  if (frame.type === 'typing' || frame.type === 'seen') {
    const now = new Date(deps.now()).toISOString();
    const { type: what } = frame;
    const quiet = { socketId, what, now, quietMilliseconds: quietMilliseconds[what] };
    const visit = await deps.visits.measure(quiet);
    if (visit && frame.type === 'typing') await tellTyping(deps, visit);
    if (visit && frame.type === 'seen') await deps.enqueue(jobOf(deps, visit, frame));
    return undefined;
  }
  const visit = await deps.visits.find(socketId);
  return visit && take(deps, visit, frame);
}

/**
 * Stored before it is acknowledged: the inbound queue has the message when the visitor reads "sent". The same
 * `clientMsgId` again is answered the same and taken once.
 */
async function take(
  deps: ChatDeps,
  visit: Visit,
  frame: Extract<ChatFrame, { type: 'message' | 'contact' }>,
): Promise<ChatPush> {
  const { clientMsgId } = frame;
  const { connectionId, chat } = visit;
  const id = messageIdOf(chatMessageKey(connectionId, chat, clientMsgId));
  try {
    await passFuse(deps, visit);
    if (frame.type === 'contact') await deps.enqueue(jobOf(deps, visit, frame));
    else {
      const { files, ...said } = frame;
      if (said.text.trim() === '' && files.length === 0)
        throw invalid('message.empty', 'There is nothing in this message.');
      const owner = chatUploadOwner(visit);
      const attachments = await deps.uploads.take(files, { owner, folder: `files/${id}` });
      await deps.enqueue(jobOf(deps, visit, { ...said, attachments: [...attachments] }));
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.info('chat.message.refused', { connection: connectionId, code: error.code });
    return { type: 'refused', clientMsgId, code: error.code };
  }
  log.info('chat.message.stored', { connection: connectionId, messageId: id });
  return { type: 'stored', clientMsgId, id, at: new Date(deps.now()).toISOString() };
}

async function passFuse({ fuses, now }: ChatDeps, visit: Visit): Promise<void> {
  const key = `chat|${visit.connectionId}|${visit.chat}`;
  const count = await fuses.count({ key, window: 'hour', now: new Date(now()).toISOString() });
  if (count > messagesPerHour)
    throw new Problem('too-many', 'requests.too-many', 'Those were many messages. Wait a little.');
}

function jobOf({ now }: ChatDeps, visit: Visit, said: ChatJob['said']): string {
  const { connectionId, chat, language, user } = visit;
  const receivedAt = new Date(now()).toISOString();
  const job: ChatJob = {
    kind: 'chat',
    connectionId,
    chat,
    receivedAt,
    ...(language && { language }),
    ...(user && { user }),
    said: said.type === 'seen' && said.until > receivedAt ? { ...said, until: receivedAt } : said,
  };
  return JSON.stringify(job);
}
