import type { Attachment } from '../../../schemas/attachment.ts';
import { type ChatMessage, type ChatPush, chatPushBytes } from '../../../schemas/chat.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';

const shownKinds: Readonly<Partial<Record<Message['kind'], ChatMessage['by']>>> = {
  customer: 'visitor',
  reply: 'agent',
  acknowledgement: 'desk',
  notice: 'desk',
};

/** Shows a file; a push has no links. */
type FileLink = (file: Attachment) => string | undefined;

/**
 * A message as its visitor may see it; undefined for everything that is not theirs to see. Notes, third parties and
 * robots' mail never are; mail is, when it went to or came from the address that the conversation goes on with.
 */
export function chatMessageOf(
  entry: TimelineEntry,
  { mailTo, linkOf }: { readonly mailTo?: string; readonly linkOf?: FileLink } = {},
): ChatMessage | undefined {
  if (entry.type !== 'message') return undefined;
  const by = shownKinds[entry.kind];
  const isElsewhere = entry.channel !== 'chat';
  if (!by || (isElsewhere && (mailTo === undefined || entry.address !== mailTo))) return undefined;
  const isDeleted = entry.deletedAt !== undefined;
  const { quoteStart } = entry;
  return {
    id: entry.id,
    at: entry.occurredAt,
    by,
    ...(by === 'agent' && { name: entry.author.name }),
    text: isDeleted ? '' : entry.text.slice(0, quoteStart || undefined).trim(),
    files: isDeleted ? [] : entry.attachments.filter(isListed).map((file) => fileOf(file, linkOf)),
    ...(by === 'visitor' && !isElsewhere && { clientMsgId: entry.externalId }),
    ...(isElsewhere && { isElsewhere }),
    ...(entry.editedAt !== undefined && { isEdited: true }),
    ...(isDeleted && { isDeleted }),
  };
}

const isListed = ({ kind, inline }: Attachment) => kind === 'regular' && !inline;

const fileOf = (file: Attachment, linkOf?: FileLink): ChatMessage['files'][number] => {
  const url = linkOf?.(file);
  return { name: file.name, type: file.type, size: file.size, ...(url !== undefined && { url }) };
};

/** A message as a push, or the word that there is something to read where it has files or fits no frame. */
export function chatPushOf(message: Message): ChatPush | undefined {
  const shown = chatMessageOf(message);
  if (!shown) return undefined;
  const push: ChatPush = { type: 'message', message: shown };
  const isWhole = shown.files.length === 0 && message.bodyKey === undefined;
  return isWhole && Buffer.byteLength(JSON.stringify(push)) <= chatPushBytes
    ? push
    : { type: 'changed' };
}
