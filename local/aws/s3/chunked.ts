import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { AwsError } from '../gateway/aws-error.ts';

export interface Payload {
  body: Buffer;
  /** Checksum headers to keep and give back, such as `x-amz-checksum-crc32`. */
  checksums: Record<string, string>;
}

const algorithms: Record<string, (body: Buffer) => string> = {
  'x-amz-checksum-crc32': (body) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return sum.toString('base64');
  },
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
};

/**
 * The object's bytes out of a request: plain, or in `aws-chunked` coding with trailing checksums as
 * SDKs send streams. Every checksum given is verified.
 *
 * @throws AwsError BadDigest, IncompleteBody or 501 for a checksum that is not emulated.
 */
export function payloadOf(headers: IncomingHttpHeaders, raw: Buffer): Payload {
  const isChunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { body, trailers } = isChunked ? unchunked(raw) : { body: raw, trailers: {} };
  const decodedLength = headers['x-amz-decoded-content-length'];
  if (isChunked && decodedLength !== undefined && Number(decodedLength) !== body.length) {
    throw new AwsError('IncompleteBody', 'The body has another length than announced.');
  }
  checkMd5(headers['content-md5']?.toString(), body);

  const checksums: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...headers, ...trailers })) {
    if (!/^x-amz-checksum-(?!algorithm|mode|type)/.test(name) || typeof value !== 'string')
      continue;
    const algorithm = algorithms[name];
    if (!algorithm) {
      throw new AwsError('NotImplemented', `The local S3 does not check ${name}.`, { status: 501 });
    }
    if (algorithm(body) !== value) {
      throw new AwsError('BadDigest', `The ${name} you specified did not match what we received.`);
    }
    checksums[name] = value;
  }
  return { body, checksums };
}

function checkMd5(given: string | undefined, body: Buffer): void {
  if (given === undefined || createHash('md5').update(body).digest('base64') === given) return;
  throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

/** `<hex length>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n` */
function unchunked(raw: Buffer): { body: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (lineEnd === -1 || Number.isNaN(size) || start + size > raw.length) {
      throw new AwsError('IncompleteBody', 'The aws-chunked body ends early.');
    }
    if (size === 0)
      return { body: Buffer.concat(chunks), trailers: trailersIn(raw.subarray(start)) };
    chunks.push(raw.subarray(start, start + size));
    at = start + size + 2;
  }
}

function trailersIn(rest: Buffer): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of rest.toString('latin1').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}
