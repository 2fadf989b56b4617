import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { isPublicAddress } from './public-address.ts';

/** Why a file was not fetched. `isPermanent`: asking again gives the same. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';
  readonly code: string;
  readonly isPermanent: boolean;

  constructor(code: string, isPermanent: boolean, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.isPermanent = isPermanent;
  }
}

/** Every address of a name, as the machine's resolver gives them. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true });

export type FetchFileOptions = {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Origins named by the operator's configuration; everything else must be https at a public address. */
  readonly trustedOrigins?: readonly string[];
  /** Ours, credentials among them: sent to the origin that was asked for, dropped on the way to another. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly resolve?: Resolve;
};

const maxRedirects = 3;

/**
 * Fetches what a stranger's message points at. The address is checked at the moment of connecting, so a name that
 * changes its mind between check and use gains nothing; each redirect is checked anew, and another origin gets no
 * credentials of ours, also not on the way back.
 * @throws FetchRefused
 */
export async function fetchFile(url: string, options: FetchFileOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const first = addressOf(url);
  let target = first;
  let isAbroad = false;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    isAbroad ||= target.origin !== first.origin;
    const headers = isAbroad ? harmless(options.headers) : options.headers;
    const response = await open(target, { ...options, headers }, signal);
    const { statusCode = 0 } = response;
    const { location } = response.headers;
    if (statusCode >= 300 && statusCode < 400 && location) {
      response.destroy();
      target = addressOf(location, target);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new FetchRefused(`http-${statusCode}`, isFinal(statusCode));
    }
    return readCapped(response, options.maxBytes);
  }
  throw new FetchRefused('too-many-redirects', true);
}

/** What the asker did wrong stays wrong, unless it was asking too slowly, too early or too often. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

const harmless = (headers: FetchFileOptions['headers'] = {}) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() === 'user-agent'),
  );

/** What cannot be read as an address today cannot be tomorrow. */
function addressOf(written: string, base?: URL): URL {
  const url = URL.parse(written, base?.href);
  if (url) return url;
  throw new FetchRefused('no-address', true);
}

function open(url: URL, options: FetchFileOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const isTrusted = options.trustedOrigins?.includes(url.origin) ?? false;
  if (!isTrusted && url.protocol !== 'https:') throw new FetchRefused('not-https', true);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isTrusted && isIP(host) && !isPublicAddress(host))
    throw new FetchRefused('private-address', true);
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.get(
      url,
      {
        signal,
        agent: false,
        headers: options.headers,
        ...(!isTrusted && { lookup: publicLookup(options.resolve ?? resolveAll) }),
      },
      resolve,
    );
    request.on('error', (cause) =>
      reject(cause instanceof FetchRefused ? cause : new FetchRefused('network', false, { cause })),
    );
  });
}

/**
 * Like `dns.lookup`, asked by the socket itself, so what is checked is what is connected to; a name with any special
 * address is refused whole.
 */
const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    callbackify(resolve)(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new FetchRefused('name-unknown', false), '');
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new FetchRefused('private-address', true), '');
      if (options.all) return callback(null, [...addresses]);
      return callback(null, first.address, first.family);
    });
  };

async function readCapped(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchRefused('too-large', true);
      chunks.push(chunk);
    }
  } catch (cause) {
    response.destroy();
    throw cause instanceof FetchRefused ? cause : new FetchRefused('network', false, { cause });
  }
  return Buffer.concat(chunks, size);
}
