import * as z from 'zod';
import type { Outgoing, Send, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { splitText } from '../split-text.ts';
import { call, type Fault, type Group, groupOf } from './call.ts';
import { okCapabilities } from './capabilities.ts';
import { type UploadType, upload } from './upload.ts';

const Sent = z.looseObject({
  message_id: z.string().optional(),
  mid: z.string().optional(),
  success: z.union([z.boolean(), z.array(z.boolean())]).optional(),
});

type Part = { readonly text?: string; readonly attachments?: readonly object[] };

/**
 * The text in parts, then each file. OK has no field against repetition, so once a first part has arrived a failure is
 * `unknown`. Files are uploaded before anything is said.
 */
export const sendOk: Send = async (outgoing, ports): Promise<SendResult> => {
  const { message, ticket, connection } = outgoing;
  const group = groupOf(ports);
  if (!group) return { kind: 'failed', error: 'ok: no token is set', permanent: false };
  const chat = message.address ?? ticket.replyTo.address;
  const made = await partsOf(outgoing, ports, group);
  if ('fault' in made) return made.fault;
  if (made.parts.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  const ids: (string | undefined)[] = [];
  for (const [index, part] of made.parts.entries()) {
    const reply = index === 0 ? replyTo(outgoing) : undefined;
    const outcome = await sendPart(group, chat, { ...part, ...(reply && { reply_to: reply }) });
    if ('fault' in outcome)
      return ids.length > 0 ? torn(outcome.fault, ids.length, made.parts.length) : outcome.fault;
    ids.push(outcome.id);
  }
  const known = ids.filter((id) => id !== undefined);
  return {
    kind: 'sent',
    providerId: known[0],
    pointers: known.map((id) => sentKey('ok', connection.id, id)),
  };
};

const torn = (fault: Fault, arrived: number, all: number): SendResult => ({
  kind: 'unknown',
  error: `${arrived} of ${all} parts arrived; then ${fault.error}`,
});

/** What was said on another channel has no id here. */
const replyTo = ({ answered, message }: Outgoing): string | undefined =>
  answered?.connectionId === message.connectionId ? answered.externalId : undefined;

async function sendPart(
  group: Group,
  chat: string,
  message: object,
): Promise<{ readonly id: string | undefined } | { readonly fault: Fault }> {
  const body = { recipient: { chat_id: chat }, message };
  const outcome = await call(group, `me/messages/${encodeURIComponent(chat)}`, { body });
  if ('fault' in outcome) return outcome;
  const sent = Sent.safeParse(outcome.answer).data;
  const isRefused = [sent?.success].flat().includes(false);
  if (!isRefused) return { id: sent?.message_id ?? sent?.mid };
  const error = 'ok: the person takes no messages of the group';
  return { fault: { kind: 'blocked', error } };
}

/** A picture whose upload fails may still go by a link that OK's servers open. */
async function partsOf(
  { message }: Outgoing,
  ports: SendPorts,
  group: Group,
): Promise<{ readonly parts: readonly Part[] } | { readonly fault: Fault }> {
  const parts: Part[] = splitText(message.text.toWellFormed(), okCapabilities.textMax).map(
    (text) => ({ text }),
  );
  for (const attachment of message.attachments) {
    const type = kindOf(attachment.type);
    const bytes = await ports.file(attachment.key);
    const uploaded = await upload(group, type, { ...attachment, bytes });
    const isLinked = 'fault' in uploaded && type === 'IMAGE' && uploaded.fault.kind === 'failed';
    if ('fault' in uploaded && !isLinked) return { fault: nothingSaid(uploaded.fault) };
    const payload =
      'token' in uploaded ? { token: uploaded.token } : { url: await ports.link(attachment.key) };
    parts.push({ attachments: [{ type, payload }] });
  }
  return { parts };
}

/** An upload in doubt has said nothing to anybody. */
const nothingSaid = (fault: Fault): Fault =>
  fault.kind === 'unknown' ? { kind: 'retry', error: fault.error } : fault;

function kindOf(type: string): UploadType {
  if (/^image\/(?:jpeg|png|gif)$/.test(type)) return 'IMAGE';
  if (type === 'video/mp4') return 'VIDEO';
  return type === 'audio/mpeg' ? 'AUDIO' : 'FILE';
}
