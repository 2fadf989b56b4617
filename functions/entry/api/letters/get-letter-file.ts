import type * as endpoints from '../../../../schemas/api/letters.ts';
import { letterFileKey } from '../../../desk/letters/letter-file.ts';
import { missing } from '../../../desk/problem.ts';
import { dispositionOf } from '../../content-disposition.ts';
import { loadMessage } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';

/** The file to print. */
export const getLetterFile: UseCase<typeof endpoints.getLetterFile> =
  ({ tickets, fileLinks }) =>
  async ({ params, query }, by) => {
    const place = { ...params, ...query, id: params.messageId, by };
    const message = await loadMessage(tickets, place);
    if (!message.delivery?.paper)
      throw missing('letter.not-drafted', 'This letter’s file is not made yet.');
    const type = 'application/pdf';
    const name = `letter-${params.ticketId.slice('tkt_'.length)}.pdf`;
    const disposition = dispositionOf({ name, type, isDownload: false });
    return { url: await fileLinks.toRead(letterFileKey(message), { disposition, type }) };
  };
