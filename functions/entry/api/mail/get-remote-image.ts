import { createHash } from 'node:crypto';
import type * as endpoints from '../../../../schemas/api/mail.ts';
import { FetchRefused } from '../../../channels/http/fetch-file.ts';
import { sniffType } from '../../../desk/files/sniff-type.ts';
import { missing } from '../../../desk/problem.ts';
import { remoteImages } from '../../../mail/html/remote-images.ts';
import { log } from '../../../observe/log.ts';
import { bodyOf } from '../../../storage/message-body.ts';
import { dispositionOf } from '../../content-disposition.ts';
import { loadMessage } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';

/**
 * One picture of another server, once an agent asks: fetched by the desk with an SSRF guard and kept, so the sender
 * learns neither who looks nor how often. Only pictures that this message shows can be asked for.
 */
export const getRemoteImage: UseCase<typeof endpoints.getRemoteImage> =
  ({ tickets, files, fileLinks, fetchImage }) =>
  async ({ params, query }, by) => {
    const message = await loadMessage(tickets, {
      ...params,
      ...query,
      id: params.messageId,
      by,
    });
    const html = (await bodyOf(files, message))?.html ?? '';
    const address = remoteImages(html)[params.index];
    if (address === undefined)
      throw missing('image.missing', `The message shows no picture ${params.index}.`);
    const key = `files/remote/${createHash('sha256').update(address).digest('base64url')}`;
    const type = (await files.head(key))?.type ?? (await keep(address, key));
    const disposition = dispositionOf({ name: 'picture', type, isDownload: false });
    return { url: await fileLinks.toRead(key, { disposition, type }) };

    async function keep(url: string, at: string): Promise<string> {
      const bytes = await fetchImage(url.replace(/^http:/i, 'https:')).catch(unavailable);
      const sniffed = sniffType(bytes, '');
      if (!pictures.has(sniffed)) throw unfit('no-picture');
      await files.put(at, bytes, sniffed);
      return sniffed;
    }
  };

/** By their bytes; SVG is a program and not among them. */
const pictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

/** @throws Problem `image.unavailable` */
const unavailable = (error: unknown): never => {
  if (!(error instanceof FetchRefused)) throw error;
  throw unfit(error.code);
};

const unfit = (because: string) => {
  log.info('image.refused', { because });
  return missing('image.unavailable', 'This picture cannot be fetched.');
};
