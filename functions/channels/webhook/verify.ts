import { accepted, refused } from '../answers.ts';
import type { HookRequest, Verification, Verifying } from '../channel.ts';
import { WebhookCredentials } from './credentials.ts';
import { WebhookEvent } from './event.ts';
import { signatureFault } from './standard-webhooks.ts';

/** Largest body, bytes. */
const maxBodyBytes = 1024 * 1024;

/**
 * 202 with the webhook's id; 401 without a signature that holds; 400 with what is wrong for a body that would be
 * refused again however often it is repeated.
 */
export function verifyWebhook(request: HookRequest, { secret, now }: Verifying): Verification {
  if (request.method !== 'POST') return refused(405, 'webhook.method');
  const { secrets } = WebhookCredentials.parse(secret);
  const fault = signatureFault(request, secrets, now);
  if (fault) return refused(401, `webhook.${fault}`);
  if (request.body.length > maxBodyBytes)
    return { verdict: 'refused', answer: { status: 413 }, code: 'webhook.too-large' };
  const fit = eventFault(request.body);
  if (fit) return { verdict: 'refused', answer: jsonAnswer(400, fit), code: 'webhook.schema' };
  const id = request.headers['webhook-id'] ?? request.headers['svix-id'] ?? '';
  return accepted(jsonAnswer(202, { id }), { 'webhook-id': id });
}

function eventFault(body: Uint8Array): { error: string } | undefined {
  try {
    const parsed = WebhookEvent.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    if (parsed.success) return undefined;
    const issue = parsed.error.issues[0];
    return { error: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}` };
  } catch {
    return { error: 'the body is no JSON' };
  }
}

const jsonAnswer = (status: number, value: unknown) => ({
  status,
  body: JSON.stringify(value),
  contentType: 'application/json',
});
