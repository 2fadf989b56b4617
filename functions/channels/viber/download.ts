import type { Download } from '../download.ts';
import { fetchFile } from '../http/fetch-file.ts';
import { viberCapabilities } from './capabilities.ts';

/** By the address in the message, which is good for about an hour. */
export const downloadViber: Download = (url, { bases }) =>
  fetchFile(url, {
    maxBytes: viberCapabilities.fileBytesIn,
    timeoutMs: 30_000,
    trustedOrigins: [new URL(bases.viber).origin],
  });
