import * as z from 'zod';
import type { Outgoing, SendPorts, SendResult } from '../../outgoing.ts';
import { MetaCredentials } from '../credentials.ts';
import { call, type Fault, type Graph } from '../graph.ts';
import { mayBeForQuote, quotedId } from '../quoted-id.ts';
import { sendParts } from '../send-parts.ts';
import type { GraphError } from '../verdict.ts';
import { judgeMessaging } from './errors.ts';
import type { Part, Parts } from './parts.ts';
import { type MessagingWindow, windowOf } from './window.ts';

/** How one of the two channels sends. */
export type SendingWay = {
  readonly channel: 'messenger' | 'instagram';
  /** Whose API takes the token. */
  readonly base: string;
  readonly parts: Parts;
  /** Our message's id goes along, by which its echo is known as ours. */
  readonly hasMetadata: boolean;
};

const Sent = z.object({ message_id: z.string() });

/**
 * Text and files one by one. Within 24 hours an answer is a RESPONSE; after that a person's (never a robot's) goes
 * under the HUMAN_AGENT tag, which holds for seven days and needs its permission.
 */
export async function sendMessaging(
  outgoing: Outgoing,
  ports: SendPorts,
  { channel, base, parts: { parts, left }, hasMetadata }: SendingWay,
): Promise<SendResult> {
  const token = MetaCredentials.safeParse(ports.secret).data?.accessToken ?? '';
  if (token === '')
    return { kind: 'failed', error: `${channel}: no access token is set`, permanent: false };
  const remark = left.length > 0 ? `${channel} does not take: ${left.join(', ')}` : undefined;
  if (parts.length === 0 && remark !== undefined)
    return { kind: 'failed', error: remark.slice(0, 300), permanent: true };
  const graph: Graph = { fetch: ports.fetch, base, token, channel, judge: judgeMessaging };
  const window = windowOf(outgoing, ports.now());
  const result = await sendParts(parts, {
    channel,
    connectionId: outgoing.connection.id,
    send: async (part, index) => {
      const quoted = index === 0 ? quotedId(outgoing) : undefined;
      const message = await contentOf(part, ports);
      const body = {
        recipient: { id: outgoing.ticket.replyTo.address },
        message: hasMetadata ? { ...message, metadata: outgoing.message.id } : message,
      };
      if (quoted === undefined) return sendPart(graph, window, body);
      const outcome = await sendPart(graph, window, { ...body, reply_to: { mid: quoted } });
      return mayBeForQuote(outcome) ? sendPart(graph, window, body) : outcome;
    },
  });
  return result.kind === 'sent' && remark !== undefined
    ? { ...result, remark: remark.slice(0, 300) }
    : result;
}

const contentOf = async (part: Part, ports: SendPorts) =>
  part.kind === 'text'
    ? { text: part.text }
    : { attachment: { type: part.type, payload: { url: await ports.link(part.file.key) } } };

type Posted =
  | { readonly id: string }
  | { readonly fault: Fault; readonly error?: GraphError | undefined };

/**
 * What is refused as too late was not sent: a person's answer is tried once more under the tag, for the window may
 * have closed while we thought it open.
 */
async function sendPart(
  graph: Graph,
  window: MessagingWindow,
  body: Readonly<Record<string, unknown>>,
): Promise<Posted> {
  if (window === 'response') return post(graph, { ...body, messaging_type: 'RESPONSE' });
  const tagged = { ...body, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  if (window === 'tagged') return refusedTag(await post(graph, tagged));
  const outcome = await post(graph, { ...body, messaging_type: 'RESPONSE' });
  const isLate = 'fault' in outcome && outcome.fault.kind === 'window-closed';
  return isLate ? refusedTag(await post(graph, tagged)) : outcome;
}

/** Without the permission for the tag the window is what stops us, whatever the words. */
function refusedTag(outcome: Posted): Posted {
  if ('id' in outcome || outcome.fault.kind !== 'failed') return outcome;
  const { code = 0, message = '' } = outcome.error ?? {};
  const isPermission =
    code === 10 || (code >= 200 && code <= 299) || (code === 100 && /human.agent/i.test(message));
  if (!isPermission) return outcome;
  return { fault: { kind: 'window-closed', error: outcome.fault.error } };
}

async function post(graph: Graph, body: Readonly<Record<string, unknown>>): Promise<Posted> {
  const answer = await call(graph, { path: '/me/messages', body });
  if ('fault' in answer) return answer;
  const sent = Sent.safeParse(answer.result);
  return sent.success
    ? { id: sent.data.message_id }
    : { fault: { kind: 'unknown', error: `${graph.channel}: accepted without an id` } };
}
