import type { Download } from '../download.ts';
import { fetchFile } from '../http/fetch-file.ts';
import { okCapabilities } from './capabilities.ts';

/** By the address in the event. */
export const downloadOk: Download = (url, { bases }) =>
  fetchFile(url, {
    maxBytes: okCapabilities.fileBytesIn,
    timeoutMs: 30_000,
    trustedOrigins: [new URL(bases.ok).origin],
  });
