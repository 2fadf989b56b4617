import type { Outgoing, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { WebhookCredentials } from './credentials.ts';
import { postSigned } from './post-signed.ts';

/** Posts our answer to the connection's `replyUrl`; without one the connection only takes in. */
export async function sendWebhook(outgoing: Outgoing, ports: SendPorts): Promise<SendResult> {
  const { connection, message, ticket, answered } = outgoing;
  if (connection.channel !== 'webhook' || connection.replyUrl === undefined)
    return { kind: 'failed', error: 'webhook: the connection has no replyUrl', permanent: true };
  const { secrets = [] } = WebhookCredentials.safeParse(ports.secret).data ?? {};
  if (secrets.length === 0)
    return { kind: 'failed', error: 'webhook: no secret is set', permanent: false };
  const result = await postSigned({
    url: connection.replyUrl,
    id: message.id,
    payload: {
      type: 'message.created',
      id: message.id,
      conversationId: ticket.replyTo.address,
      ticketId: ticket.id,
      kind: message.kind,
      inReplyTo: answered?.externalId,
      sender: {
        name: message.author.kind === 'agent' ? message.author.name : outgoing.desk.deskName,
      },
      text: message.text,
      occurredAt: message.occurredAt,
    },
    secrets,
    fetch: ports.fetch,
    now: ports.now(),
  });
  if (result.kind !== 'sent') return result;
  const key = sentKey('webhook', connection.id, message.id);
  return { ...result, providerId: message.id, pointers: [key] };
}
