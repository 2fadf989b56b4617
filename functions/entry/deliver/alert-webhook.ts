import type { SendResult } from '../../channels/outgoing.ts';
import { WebhookCredentials } from '../../channels/webhook/credentials.ts';
import { postSigned } from '../../channels/webhook/post-signed.ts';
import type { Alert } from './alert-mail.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** One signed POST (Standard Webhooks); `webhook-id` is the event's id, so a receiver can drop a repetition. */
export async function postAlert(
  deps: DeliverDeps,
  webhook: NonNullable<DeliverDeps['alerts']['webhook']>,
  { eventId, kind, ticket, clock, dueAt, isLate, url }: Alert,
): Promise<SendResult> {
  const { secrets = [] } = WebhookCredentials.safeParse(await webhook.secrets()).data ?? {};
  if (secrets.length === 0)
    return { kind: 'failed', error: 'alert webhook: no secret is set', permanent: false };
  return postSigned({
    url: webhook.url,
    id: eventId,
    payload: {
      type: kind === 'muted' ? 'automation.muted' : `promise.${kind}`,
      id: eventId,
      occurredAt: deps.now(),
      clock,
      dueAt,
      isLate,
      ticket: {
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        topic: ticket.topic,
        priority: ticket.priority,
        assigneeId: ticket.assigneeId,
        url,
      },
    },
    secrets,
    fetch: deps.fetch,
    now: Date.parse(deps.now()),
  });
}
