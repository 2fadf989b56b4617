import type { SendResult } from '../../channels/outgoing.ts';
import { postSigned } from '../../channels/webhook/post-signed.ts';
import { type AlertLine } from '../../desk/alerts/digest.ts';
import type { Alert, Digest } from './alert.ts';
import { alertSecretOf } from './alert-secret.ts';
import type { DeliverDeps } from './deliver-deps.ts';

const typeOf = (kind: AlertLine['kind']) =>
  kind === 'muted' ? 'automation.muted' : `promise.${kind}`;

/** `webhook-id` is the event's id, so a receiver can drop a repetition. */
export const postAlert = (deps: DeliverDeps, { line, ticket, url }: Alert): Promise<SendResult> =>
  post(deps, line.eventId, {
    type: typeOf(line.kind),
    id: line.eventId,
    occurredAt: deps.now(),
    clock: line.clock,
    dueAt: line.dueAt,
    isLate: line.isLate,
    ticket: {
      id: ticket.id,
      number: ticket.number,
      subject: ticket.subject,
      topic: ticket.topic,
      priority: ticket.priority,
      assigneeId: ticket.assigneeId,
      url,
    },
  });

/** The most that one message carries, some 300 KB. */
const mostAlerts = 1000;

/** Many alerts of one minute. */
export const postDigest = (deps: DeliverDeps, { id, lines, urlOf }: Digest): Promise<SendResult> =>
  post(deps, id, {
    type: 'promise.alerts',
    id,
    occurredAt: deps.now(),
    count: lines.length,
    alerts: lines
      .slice(0, mostAlerts)
      .map(({ eventId, kind, clock, dueAt, isLate, ticketId, number, subject, topic }) => ({
        type: typeOf(kind),
        id: eventId,
        clock,
        dueAt,
        isLate,
        ticket: { id: ticketId, number, subject, topic, url: urlOf(ticketId) },
      })),
  });

/** One signed POST (Standard Webhooks). */
async function post(deps: DeliverDeps, id: string, payload: unknown): Promise<SendResult> {
  const { secrets = [] } = await alertSecretOf(deps);
  const { webhookUrl } = deps.alerts;
  if (webhookUrl === undefined || secrets.length === 0)
    return { kind: 'failed', error: 'alert webhook: no secret is set', permanent: false };
  const now = Date.parse(deps.now());
  return postSigned({ url: webhookUrl, id, payload, secrets, fetch: deps.fetch, now });
}
