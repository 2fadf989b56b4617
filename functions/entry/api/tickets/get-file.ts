import type * as endpoints from '../../../../schemas/api/tickets.ts';
import { missing } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import { dispositionOf, typeToServe } from '../../content-disposition.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';
import { loadEntry, loadMessage } from './load-ticket.ts';

/** A link to one attached file. Types that a browser could execute are only ever downloaded. */
export const getAttachment: UseCase<typeof endpoints.getAttachment> =
  ({ tickets, fileLinks }) =>
  async ({ params, query }, by) => {
    const { ticketId, entryId: id } = params;
    const entry = await loadEntry(tickets, { ticketId, id, occurredAt: query.occurredAt, by });
    const file = entry.type === 'event' ? undefined : entry.attachments[params.index];
    if (!file)
      throw missing('attachment.missing', `${params.entryId} has no file ${params.index}.`);
    const type = typeToServe(file.type);
    const disposition = dispositionOf({ name: file.name, type, isDownload: query.download });
    return { url: await fileLinks.toRead(file.key, { disposition, type }) };
  };

/** A link to the bytes as received; who asked is on record, because they may hold more than the screen shows. */
export const getRawMessage: UseCase<typeof endpoints.getRawMessage> =
  ({ tickets, rawLinks, audit, now }) =>
  async ({ params, query }, agent) => {
    const message = await loadMessage(tickets, {
      ...params,
      ...query,
      id: params.messageId,
      by: agent,
    });
    if (!message.rawKey) throw missing('raw.missing', 'This message came without stored bytes.');
    const isMail = message.channel === 'mail';
    const type = isMail ? 'message/rfc822' : 'application/octet-stream';
    const name = `${message.id}.${isMail ? 'eml' : 'bin'}`;
    const disposition = dispositionOf({ name, type, isDownload: true });
    const target = `${params.ticketId}/${params.messageId}`;
    await audit.append(audited(agent, { action: 'raw-mail.read', target, at: now() }));
    log.info('raw.link.given', { ...params, agentId: agent.id });
    return { url: await rawLinks.toRead(message.rawKey, { disposition, type }) };
  };
