import { createHash, createHmac } from 'node:crypto';
import type { HookRequest } from '../channel.ts';
import { isOneOf } from '../equal-secrets.ts';
import { formOf, type TwilioForm } from './form.ts';

/**
 * `X-Twilio-Signature`: base64 of an HMAC-SHA1 with the account's auth token over the address as it was configured and
 * each parameter, sorted by name. https://www.twilio.com/docs/usage/security
 */
export function twilioSignature(authToken: string, url: string, form: TwilioForm = []): string {
  const names = [...new Set(form.map(([name]) => name))].sort(byBytes);
  const signed = names.flatMap((name) => {
    const values = form.filter(([candidate]) => candidate === name).map(([, value]) => value);
    return [...new Set(values)].sort(byBytes).map((value) => name + value);
  });
  return createHmac('sha1', authToken)
    .update([url, ...signed].join(''), 'utf8')
    .digest('base64');
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What is wrong with a request's signature, or undefined. Each active token is tried, so that one can be rotated. */
export function twilioFault(
  request: Pick<HookRequest, 'headers' | 'url' | 'query' | 'body'>,
  authTokens: readonly string[],
): 'unsigned' | 'forged' | undefined {
  const given = request.headers['x-twilio-signature'];
  if (given === undefined || given === '') return 'unsigned';
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  // A JSON body is signed by its hash in the address; the address alone would sign any body.
  if (isJson && !isHashed(request)) return 'forged';
  const form = isJson ? [] : formOf(request.body);
  const expected = authTokens.flatMap((token) =>
    addressesOf(request.url).map((url) => twilioSignature(token, url, form)),
  );
  return isOneOf(given, expected) ? undefined : 'forged';
}

function isHashed({ query, body }: Pick<HookRequest, 'query' | 'body'>): boolean {
  const hash = createHash('sha256').update(body).digest('hex');
  return isOneOf((query['bodySHA256'] ?? '').toLowerCase(), [hash]);
}

/** Twilio signs sometimes with the scheme's own port in the address and sometimes without. */
function addressesOf(configured: string): readonly string[] {
  const [address = ''] = configured.split('#');
  const [, scheme = '', host = '', port = '', rest = ''] =
    /^(https?:\/\/)([^/?:]+)(?::(\d+))?(.*)$/s.exec(address) ?? [];
  const usual = scheme === 'https://' ? '443' : '80';
  const ports = port === '' ? ['', `:${usual}`] : ['', `:${port}`, `:${usual}`];
  return [...new Set(ports)].map((one) => scheme + host + one + rest);
}
