import type { Download } from '../download.ts';
import { fetchFile } from '../http/fetch-file.ts';
import { vkCapabilities } from './capabilities.ts';

/** By the address in the event; those of documents and voices are short-lived. */
export const downloadVk: Download = (url, { bases }) =>
  fetchFile(url, {
    maxBytes: vkCapabilities.fileBytesIn,
    timeoutMs: 30_000,
    trustedOrigins: [new URL(bases.vk).origin],
  });
