import * as z from 'zod';
import type { Download } from '../download.ts';
import { FetchRefused, fetchFile } from '../http/fetch-file.ts';
import { MetaCredentials } from '../meta/credentials.ts';
import { call } from '../meta/graph.ts';
import { whatsappCapabilities } from './capabilities.ts';

const Media = z.object({ url: z.string(), file_size: z.coerce.number().optional() });

/** By media id, good for 7 days. Its address lives 5 minutes and wants our token and a name of who asks. */
export const downloadWhatsApp: Download = async (mediaId, { secret, bases, fetch }) => {
  const { accessToken: token } = MetaCredentials.parse(secret);
  const graph = { fetch, base: bases.graph, token, channel: 'whatsapp' as const };
  const answer = await call(graph, { method: 'GET', path: `/${encodeURIComponent(mediaId)}` });
  if ('fault' in answer)
    throw new FetchRefused(
      answer.fault.error,
      answer.fault.kind === 'failed' && answer.fault.permanent,
    );
  const media = Media.safeParse(answer.result);
  if (!media.success) throw new FetchRefused('whatsapp: no address of the file', false);
  const maxBytes = whatsappCapabilities.fileBytesIn;
  if ((media.data.file_size ?? 0) > maxBytes) throw new FetchRefused('too-large', true);
  return fetchFile(media.data.url, {
    maxBytes,
    timeoutMs: 30_000,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'Firstline/1.0' },
    trustedOrigins: [new URL(bases.graph).origin],
  });
};
