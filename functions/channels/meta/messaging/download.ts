import type { Download } from '../../download.ts';
import { fetchFile } from '../../http/fetch-file.ts';

/** By its address on Meta's file servers, which needs no credential and ends after some days. */
export const downloadMessaging =
  (maxBytes: number): Download =>
  (url, { bases }) =>
    fetchFile(url, {
      maxBytes,
      timeoutMs: 30_000,
      headers: { 'user-agent': 'Firstline/1.0' },
      trustedOrigins: [new URL(bases.graph).origin],
    });
