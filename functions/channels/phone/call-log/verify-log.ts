import { accepted, refused } from '../../answers.ts';
import type { HookRequest, Verification, Verifying } from '../../channel.ts';
import { WebhookCredentials } from '../../webhook/credentials.ts';
import { signatureFault } from '../../webhook/standard-webhooks.ts';
import { CallEvent } from './call-event.ts';

/** 202 with the webhook's id; 401 without a signature that holds; 400 for a body that no repetition mends. */
export function verifyLog(request: HookRequest, { secret, now }: Verifying): Verification {
  const { secrets } = WebhookCredentials.parse(secret);
  const fault = signatureFault(request, secrets, now);
  if (fault) return refused(401, `phone.${fault}`);
  const wrong = eventFault(request.body);
  if (wrong)
    return { verdict: 'refused', answer: json(400, { error: wrong }), code: 'phone.schema' };
  const id = request.headers['webhook-id'] ?? request.headers['svix-id'] ?? '';
  return accepted(json(202, { id }));
}

function eventFault(body: Uint8Array): string | undefined {
  try {
    const parsed = CallEvent.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    const issue = parsed.error?.issues[0];
    return issue && `${issue.path.join('.')}: ${issue.message}`;
  } catch {
    return 'the body is no JSON';
  }
}

const json = (status: number, value: unknown) => ({
  status,
  body: JSON.stringify(value),
  contentType: 'application/json',
});
