import type { ChatMessage } from '../../schemas/chat.ts';

/** A message of the visitor's that the desk has not confirmed. */
export type Pending = {
  readonly clientMsgId: string;
  readonly text: string;
  readonly files: readonly {
    readonly name: string;
    readonly size: number;
    readonly grant: string;
  }[];
  /** When it was written, by the browser's clock: for the order on the screen only. */
  readonly at: string;
  /** Why the desk will not take it as it is; absent while it is on its way. */
  readonly refusal?: string;
};

/** Everything a widget knows of what was said. Changed by these functions only, each of which may be repeated. */
export type Conversation = {
  /** In the order of time. */
  readonly messages: readonly ChatMessage[];
  /** In the order of writing, in which they are sent. */
  readonly pending: readonly Pending[];
  /** Where to read on; moved by what the history answers, never by a push: a lost push must not hide anything. */
  readonly cursor?: string;
  /** An agent has looked at everything before. */
  readonly seenAt?: string;
};

export const noConversation: Conversation = { messages: [], pending: [] };

const byTime = (a: ChatMessage, b: ChatMessage) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : Number(a.id > b.id);

/** Messages of a push or a history: new ones are added, known ones replaced, those on their way have arrived. */
export function withMessages(
  { messages, pending, ...rest }: Conversation,
  told: readonly ChatMessage[],
  cursor = rest.cursor,
): Conversation {
  const byId = new Map(messages.map((message) => [message.id, message]));
  for (const message of told) byId.set(message.id, withKnownLinks(message, byId.get(message.id)));
  const arrived = new Set(told.flatMap(({ clientMsgId }) => clientMsgId ?? []));
  return {
    ...rest,
    ...(cursor !== undefined && { cursor }),
    messages: [...byId.values()].toSorted(byTime),
    pending: pending.filter(({ clientMsgId }) => !arrived.has(clientMsgId)),
  };
}

/** A push has no links to files: it must not take them from what the history told. */
const withKnownLinks = (message: ChatMessage, known: ChatMessage | undefined): ChatMessage =>
  known && message.files.every(({ url }) => url === undefined) && message.files.length > 0
    ? { ...message, files: known.files }
    : message;

export const withPending = (conversation: Conversation, message: Pending): Conversation => ({
  ...conversation,
  pending: [
    ...conversation.pending.filter(({ clientMsgId }) => clientMsgId !== message.clientMsgId),
    message,
  ],
});

/** The desk has it: it is a message like any other from now on. */
export function withStored(
  conversation: Conversation,
  {
    clientMsgId,
    id,
    at,
  }: { readonly clientMsgId: string; readonly id: string; readonly at: string },
): Conversation {
  const sent = conversation.pending.find((message) => message.clientMsgId === clientMsgId);
  if (!sent) return conversation;
  const files = sent.files.map(({ name, size }) => ({ name, size, type: '' }));
  const known = conversation.messages.find((message) => message.id === id);
  return withMessages(conversation, [
    known ?? { id, at, by: 'visitor', text: sent.text, files, clientMsgId },
  ]);
}

export const withRefusal = (
  conversation: Conversation,
  clientMsgId: string,
  refusal: string | undefined,
): Conversation => ({
  ...conversation,
  pending: conversation.pending.map((message) => {
    if (message.clientMsgId !== clientMsgId) return message;
    const { refusal: _before, ...rest } = message;
    return refusal === undefined ? rest : { ...rest, refusal };
  }),
});

export const withoutPending = (conversation: Conversation, clientMsgId: string): Conversation => ({
  ...conversation,
  pending: conversation.pending.filter((message) => message.clientMsgId !== clientMsgId),
});

/** One at a time, so that they arrive in the order of writing; a refused one holds up nobody. */
export const nextToSend = ({ pending }: Conversation): Pending | undefined =>
  pending.find(({ refusal }) => refusal === undefined);

const isOurs = ({ by }: ChatMessage) => by !== 'visitor';

/** When the newest message of the desk's was said. */
export const newestAnswerAt = ({ messages }: Conversation): string | undefined =>
  messages.findLast(isOurs)?.at;

/** Answers of people; that something was received is no news. */
export const unreadCount = ({ messages }: Conversation, readAt = ''): number =>
  messages.filter(({ by, at }) => by === 'agent' && at > readAt).length;

/** Whether the visitor spoke last: somebody is expected to answer. */
export const isWaiting = ({ messages, pending }: Conversation): boolean =>
  pending.length > 0 || messages.findLast(({ by }) => by !== 'desk')?.by === 'visitor';

/** How far the visitor's own newest message got; older ones got at least as far. */
export function progressOf({ messages, seenAt = '' }: Conversation): 'sent' | 'read' | undefined {
  const last = messages.findLast(({ by }) => by === 'visitor');
  if (!last) return undefined;
  const isAnswered = messages.some(({ by, at }) => by === 'agent' && at > last.at);
  return isAnswered || seenAt >= last.at ? 'read' : 'sent';
}
