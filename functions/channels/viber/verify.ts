import { createHmac } from 'node:crypto';
import type { Connection } from '../../../schemas/connection.ts';
import { accepted, refused } from '../answers.ts';
import type { HookAnswer, HookRequest, Verify } from '../channel.ts';
import { equalBytes } from '../equal-secrets.ts';
import { losslessJsonOf } from '../lossless-json.ts';
import { ViberCredentials } from './credentials.ts';
import { ViberCallback } from './event.ts';

const signatureHeader = 'x-viber-content-signature';

/**
 * The signature is the hex HMAC-SHA256 of the body under the bot's token; some proxies of Viber's pass it as `sig`. While
 * set_webhook runs Viber asks whether somebody is here (`webhook`): there is nothing to store of that. Who opens the
 * chat may be greeted by one message, and nothing else, in the answer.
 */
export const verifyViber: Verify = (request, { connection, secret }) => {
  if (request.method !== 'POST') return refused(405, 'viber.method');
  const { authTokens } = ViberCredentials.parse(secret);
  const given = request.headers[signatureHeader] ?? request.query['sig'];
  if (given === undefined) return refused(401, 'viber.no-signature');
  if (!isSigned(request, given, authTokens)) return refused(403, 'viber.wrong-signature');
  const callback = callbackOf(request.body);
  if (callback?.event === 'webhook') return { verdict: 'answered', answer: { status: 200 } };
  return accepted(callback?.event === 'conversation_started' ? greeting(connection) : undefined);
};

/** Looks at both tokens, so time does not tell which. */
function isSigned({ body }: HookRequest, given: string, tokens: readonly string[]): boolean {
  const bytes = Buffer.from(/^[0-9a-f]{64}$/i.test(given) ? given : '', 'hex');
  return tokens.reduce(
    (hit, token) => equalBytes(bytes, createHmac('sha256', token).update(body).digest()) || hit,
    false,
  );
}

/** What cannot be read is stored all the same. */
function callbackOf(body: Uint8Array): ViberCallback | undefined {
  try {
    return ViberCallback.safeParse(losslessJsonOf(body)).data;
  } catch {
    return undefined;
  }
}

function greeting(connection: Connection): HookAnswer {
  if (connection.channel !== 'viber' || connection.welcome === undefined) return { status: 200 };
  return {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({
      sender: { name: connection.name },
      type: 'text',
      text: connection.welcome,
    }),
  };
}
