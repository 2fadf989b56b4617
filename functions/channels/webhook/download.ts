import { maxMessageBytes } from '../../../schemas/attachment.ts';
import type { Download } from '../download.ts';
import { fetchFile } from '../http/fetch-file.ts';

/** By the address that the sender wrote. */
export const downloadWebhook: Download = (url) =>
  fetchFile(url, { maxBytes: maxMessageBytes, timeoutMs: 10_000 });
