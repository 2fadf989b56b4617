import { createHmac } from 'node:crypto';
import type { HookChannel } from '../../../schemas/primitives.ts';
import { accepted, refused } from '../answers.ts';
import type { HookRequest, Verification, Verify } from '../channel.ts';
import { isOneOf } from '../equal-secrets.ts';
import { MetaCredentials } from './credentials.ts';

/**
 * The handshake of a GET and the signature of a POST (`X-Hub-Signature-256`: HMAC-SHA256 of the bytes with the app's
 * secret), the same for all of Meta. Meta wants 200 for whatever is verified, also for what we do not understand.
 * Source: Graph API, "Webhooks: getting started".
 */
export const metaVerify =
  (channel: HookChannel): Verify =>
  (request, { secret }) => {
    const credentials = MetaCredentials.parse(secret);
    if (request.method === 'GET') return handshake(channel, request, credentials);
    if (request.method !== 'POST') return refused(405, `${channel}.method`);
    const signature = /^sha256=([0-9a-f]{64})$/i.exec(
      request.headers['x-hub-signature-256'] ?? '',
    )?.[1];
    if (signature === undefined) return refused(401, `${channel}.unsigned`);
    const expected = credentials.appSecrets.map((appSecret) =>
      createHmac('sha256', appSecret).update(request.body).digest('hex'),
    );
    if (!isOneOf(signature.toLowerCase(), expected)) return refused(403, `${channel}.forged`);
    return accepted();
  };

function handshake(
  channel: HookChannel,
  { query }: HookRequest,
  { verifyToken }: MetaCredentials,
): Verification {
  const challenge = query['hub.challenge'];
  if (query['hub.mode'] !== 'subscribe' || challenge === undefined)
    return refused(403, `${channel}.no-handshake`);
  if (verifyToken === '' || !isOneOf(query['hub.verify_token'] ?? '', [verifyToken]))
    return refused(403, `${channel}.wrong-verify-token`);
  // Cut, and as plain text: whoever knows the token could have us say anything.
  const answer = { status: 200, body: challenge.slice(0, 256), contentType: 'text/plain' };
  return { verdict: 'answered', answer };
}
