import type { IncomingMessage } from 'node:http';

/** Whom a request claims to come from and for which service: the SigV4 credential scope. */
export interface Claim {
  accessKeyId: string;
  service: string;
  isPresigned: boolean;
}

const header = /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

/** Undefined for an unsigned request. */
export function claimOf(request: IncomingMessage, query: URLSearchParams): Claim | undefined {
  const signed = header.exec(request.headers.authorization ?? '');
  if (signed) {
    return { accessKeyId: signed[1] ?? '', service: signed[2] ?? '', isPresigned: false };
  }
  const credential = query.get('X-Amz-Credential')?.split('/');
  if (credential?.length !== 5) return undefined;
  return { accessKeyId: credential[0] ?? '', service: credential[3] ?? '', isPresigned: true };
}
