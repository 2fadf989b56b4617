import type { ChatJob } from '../../../schemas/chat.ts';
import type { Connection } from '../../../schemas/connection.ts';
import type { Inbound, Sender } from '../../desk/inbound.ts';
import type { Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { inChat } from '../in-chat.ts';
import { plainText, subjectOf } from '../plain-text.ts';
import { chatKey, deliveryKey } from '../pointers.ts';
import { chatOfUser } from './identity.ts';

export type ChatInput = { readonly job: ChatJob; readonly connections: readonly Connection[] };

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`chat.${code}`] });

/** The key of a visitor's message: the same words sent again after a lost answer are one message. */
export const chatMessageKey = (connectionId: string, chat: string, clientMsgId: string) =>
  deliveryKey('chat', connectionId, `${chat}:${clientMsgId}`);

/** What a visitor said in the widget; `chat` takes nothing but what it may hold, so this only arranges. */
export async function parseChat({ job, connections }: ChatInput): Promise<Understood> {
  const connection = connections.find(({ id }) => id === job.connectionId);
  if (connection?.channel !== 'chat') return ignore('connection-gone');
  const { said, receivedAt } = job;
  if (said.type === 'seen') return seen(job, said);
  const text =
    said.type === 'message' ? plainText(said.text) : `[answers by mail to ${said.email}]`;
  const attachments = said.type === 'message' ? said.attachments : [];
  if (text === '' && attachments.length === 0) return ignore('empty');
  const inbound: Inbound = {
    ...inboundOf(job),
    idempotencyKey: chatMessageKey(job.connectionId, job.chat, said.clientMsgId),
    contentHash: contentHash(text, JSON.stringify(attachments.map(({ sha256 }) => sha256))),
    kind: said.type === 'message' ? 'customer' : 'receipt',
    subject: subjectOf(text),
    text,
    attachments,
    externalId: said.clientMsgId,
    ...mailOf(job, said.email),
    mayAcknowledge: said.type === 'message',
    occurredAt: receivedAt,
  };
  return { incoming: [{ inbound, files: [] }], ignored: [] };
}

/** Marks of having arrived or been read concern everything of ours until then. */
const seen = (
  { connectionId, chat }: ChatJob,
  { what, until }: Extract<ChatJob['said'], { type: 'seen' }>,
): Understood => ({
  incoming: [],
  events: [
    {
      kind: 'watermark',
      receipt: what,
      chat: chatKey('chat', connectionId, chat),
      at: until,
    },
  ],
  ignored: [],
});

const inboundOf = (
  job: ChatJob,
): Omit<Inbound, 'idempotencyKey' | 'contentHash' | 'kind' | 'mayAcknowledge' | 'subject'> & {
  readonly text: string;
} => {
  const { connectionId, chat, user, language } = job;
  return {
    channel: 'chat',
    connectionId,
    sender: senderOf(job),
    replyTo: { address: chat, cc: [] },
    text: '',
    attachments: [],
    ...inChat(chatKey('chat', connectionId, chat)),
    flags: [],
    occurredAt: job.receivedAt,
    ...(user && {
      provenUserId: user.id,
      aliases: [chatKey('chat', connectionId, chatOfUser(connectionId, user.id))],
    }),
    ...(user?.email !== undefined && { provenEmail: user.email }),
    ...(language && { language }),
  };
};

/** Nobody's name is known of a stranger; the end of the conversation's id tells two apart. No robot greets by a `#`. */
const strangers = { en: 'Visitor', ru: 'Посетитель' } as const;

function senderOf({ connectionId, chat, user, language }: ChatJob): Sender {
  const stranger = `${strangers[language ?? 'en']} #${chat.slice(-4)}`;
  return {
    channel: 'chat',
    connectionId,
    externalId: chat,
    name: user ? plainText(user.name ?? user.email ?? user.id).slice(0, 80) : stranger,
    isVerified: user !== undefined,
    ...(language && { language }),
  };
}

/** The page's word counts more than what somebody typed. */
const mailOf = (
  { user }: ChatJob,
  typed: string | undefined,
): Pick<Inbound, 'mailTo' | 'typed'> => {
  const address = typed?.toLowerCase();
  const mailTo = user?.email ?? address;
  return {
    ...(mailTo !== undefined && { mailTo }),
    ...(address !== undefined && { typed: [address] }),
  };
};
