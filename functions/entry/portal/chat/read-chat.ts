import type * as endpoints from '../../../../schemas/api/chat.ts';
import type { Attachment } from '../../../../schemas/attachment.ts';
import { chatMessageOf } from '../../../channels/chat/chat-message.ts';
import type { Handler } from '../../../http/types.ts';
import { ticketOfChat } from '../../chat-tickets.ts';
import { dispositionOf, typeToServe } from '../../content-disposition.ts';
import { passChatFuse } from '../fuses.ts';
import type { PortalCaller, PortalDeps } from '../portal-deps.ts';
import { type Chapter, chatCursor, entriesSince, readChatCursor } from './chapters.ts';
import { chatStatus } from './status.ts';
import { connectionFor, visitorFor } from './visitor.ts';

/** The conversation as its visitor may see it, from a cursor on. */
export const readChat =
  (deps: PortalDeps): Handler<typeof endpoints.readChat, PortalCaller> =>
  async ({ body }, caller) => {
    const visitor = await visitorFor(deps, body.token, caller);
    await passChatFuse(deps, caller);
    const connection = connectionFor(deps, visitor.connectionId, caller);
    const ticket = await ticketOfChat(deps, visitor);
    const since = readChatCursor(body.since);
    const { chapters, isCut } = ticket
      ? await entriesSince(deps.tickets, ticket, since)
      : { chapters: [], isCut: false };
    const shown = await Promise.all(chapters.map((chapter) => messagesOf(deps, chapter)));
    const cursor = chatCursor(chapters) ?? body.since;
    return {
      messages: shown.flat(),
      ...(cursor !== undefined && { cursor }),
      isCut,
      ...(ticket?.mailTo !== undefined && { mailTo: shortened(ticket.mailTo) }),
      status: await chatStatus(deps, { connection, ticket, language: visitor.language }),
    };
  };

/** Files get links that last some minutes. */
async function messagesOf(deps: PortalDeps, { ticket, entries }: Chapter) {
  const messages = await Promise.all(
    entries.map(async (entry) => {
      if (entry.type !== 'message' || !chatMessageOf(entry, { mailTo: ticket.mailTo })) return [];
      const links = new Map(
        await Promise.all(
          entry.attachments.map(async (file) => [file.key, await linkOf(deps, file)] as const),
        ),
      );
      const linkOfFile = ({ key }: Attachment) => links.get(key);
      const shown = chatMessageOf(entry, { mailTo: ticket.mailTo, linkOf: linkOfFile });
      return shown ? [shown] : [];
    }),
  );
  return messages.flat();
}

/** Always downloaded: a page of somebody else's must not be made of a file. */
const linkOf = ({ links }: PortalDeps, { key, name, type }: Attachment): Promise<string> =>
  links.toRead(key, {
    disposition: dispositionOf({ name, type: typeToServe(type), isDownload: true }),
    type: typeToServe(type),
  });

/** Enough to recognize one's own: `o…@example.net`. */
const shortened = (address: string): string =>
  `${[...address][0] ?? ''}…${address.slice(address.lastIndexOf('@'))}`;
