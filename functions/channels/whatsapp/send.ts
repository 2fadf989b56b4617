import * as z from 'zod';
import { MetaCredentials } from '../meta/credentials.ts';
import { call, type Fault, type Graph } from '../meta/graph.ts';
import { mayBeForQuote, quotedId } from '../meta/quoted-id.ts';
import { sendParts } from '../meta/send-parts.ts';
import type { Outgoing, Send, SendPorts, SendResult } from '../outgoing.ts';
import { judgeWhatsApp } from './errors.ts';
import { type Part, partsOf } from './parts.ts';
import { isUserId } from './person.ts';

const Sent = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

/**
 * The text in parts, files as uploaded media; a text that fits goes as caption of an only file. A 200 means accepted:
 * what becomes of it comes as a status. Outside the window only a template is taken.
 */
export const sendWhatsApp: Send = async (outgoing, ports): Promise<SendResult> => {
  const { connection } = outgoing;
  const token = MetaCredentials.safeParse(ports.secret).data?.accessToken ?? '';
  if (token === '' || connection.channel !== 'whatsapp')
    return { kind: 'failed', error: 'whatsapp: no access token is set', permanent: false };
  const graph: Graph = {
    fetch: ports.fetch,
    base: ports.bases.graph,
    token,
    channel: 'whatsapp',
    judge: judgeWhatsApp,
  };
  const number = `/${connection.phoneNumberId}`;
  return sendParts(partsOf(outgoing), {
    channel: 'whatsapp',
    connectionId: connection.id,
    send: (part, index) => sendPart(graph, number, { part, outgoing, ports, isFirst: index === 0 }),
  });
};

type Sending = {
  readonly part: Part;
  readonly outgoing: Outgoing;
  readonly ports: SendPorts;
  readonly isFirst: boolean;
};

async function sendPart(
  graph: Graph,
  number: string,
  { part, outgoing, ports, isFirst }: Sending,
): Promise<{ readonly id: string } | { readonly fault: Fault }> {
  const uploaded = part.file ? await upload(graph, number, part.file, ports) : undefined;
  if (uploaded && 'fault' in uploaded) return uploaded;
  const quoted = isFirst ? quotedId(outgoing) : undefined;
  const body = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipientOf(outgoing.ticket.replyTo.address),
    type: part.type,
    [part.type]: { ...part.content, ...(uploaded && { id: uploaded.id }) },
  };
  const path = `${number}/messages`;
  const context = quoted !== undefined && { context: { message_id: quoted } };
  const first = await call(graph, { path, body: { ...body, ...context } });
  const answer = context && mayBeForQuote(first) ? await call(graph, { path, body }) : first;
  if ('fault' in answer) return answer;
  const sent = Sent.safeParse(answer.result);
  const id = sent.data?.messages[0]?.id;
  return id === undefined
    ? { fault: { kind: 'unknown', error: 'whatsapp: accepted without an id' } }
    : { id };
}

/** Who goes by a user name has no number that we could send to. */
const recipientOf = (address: string) =>
  isUserId(address) ? { recipient: address } : { to: address };

const Uploaded = z.object({ id: z.string() });

/** Uploading reaches nobody: whatever goes wrong here, nothing was sent. */
async function upload(
  graph: Graph,
  number: string,
  file: NonNullable<Part['file']>,
  ports: SendPorts,
): Promise<{ readonly id: string } | { readonly fault: Fault }> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.type);
  const bytes = await ports.file(file.key);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: file.type }), file.name);
  const answer = await call(graph, { path: `${number}/media`, body: form });
  const id = 'result' in answer ? Uploaded.safeParse(answer.result).data?.id : undefined;
  if (id !== undefined) return { id };
  const fault: Fault =
    'fault' in answer ? answer.fault : { kind: 'retry', error: 'whatsapp: no media id' };
  return { fault: fault.kind === 'unknown' ? { kind: 'retry', error: fault.error } : fault };
}
