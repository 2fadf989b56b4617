import { BlockList, isIPv4 } from 'node:net';
import type { Connection } from '../../../schemas/connection.ts';
import { accepted, refused } from '../answers.ts';
import type { Verify } from '../channel.ts';
import { isOneOf } from '../equal-secrets.ts';
import { jsonOf } from '../hook-delivery.ts';
import { OkCredentials } from './credentials.ts';

/**
 * OK signs nothing: the address it was given is the secret (`?key=`), and may be narrowed to the addresses OK calls from.
 */
export const verifyOk: Verify = (request, { connection, secret }) => {
  if (request.method !== 'POST') return refused(405, 'ok.method');
  const { urlSecrets, confirmation } = OkCredentials.parse(secret);
  const given = request.query['key'];
  if (given === undefined) return refused(401, 'ok.no-key');
  if (!isOneOf(given, urlSecrets)) return refused(403, 'ok.wrong-key');
  if (!isFromOk(connection, request.sourceIp)) return refused(403, 'ok.wrong-source');
  if (!isConfirmation(request.body)) return accepted();
  const answer = { status: 200, body: confirmation, contentType: 'text/plain' };
  return { verdict: 'answered', answer };
};

function isFromOk(connection: Connection, sourceIp: string): boolean {
  const ranges = connection.channel === 'ok' ? connection.sourceRanges : undefined;
  if (!ranges) return true;
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = '32'] = range.split('/');
    list.addSubnet(network, Number(prefix), 'ipv4');
  }
  return isIPv4(sourceIp) && list.check(sourceIp, 'ipv4');
}

/** What cannot be read is stored all the same. */
function isConfirmation(body: Uint8Array): boolean {
  try {
    const value = jsonOf(body) as { readonly webhookType?: unknown } | null;
    return value?.webhookType === 'CONFIRMATION';
  } catch {
    return false;
  }
}
