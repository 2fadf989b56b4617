import * as z from 'zod';
import type { Outgoing, Send, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { splitText } from '../split-text.ts';
import { type Community, call, communityOf, type Fault, faultOf } from './call.ts';
import { vkCapabilities } from './capabilities.ts';
import { randomIdOf } from './random-id.ts';
import { upload } from './upload.ts';

/** The answer for `peer_ids`; each has its own error. */
const Sent = z.array(
  z.object({
    peer_id: z.int(),
    message_id: z.int().optional(),
    conversation_message_id: z.int().optional(),
    error: z.object({ code: z.int(), description: z.string().default('') }).optional(),
  }),
);

type Part = { readonly message: string; readonly attachments: readonly string[] };
/** What a message can hold. */
const attachmentsMax = 10;

/**
 * The text in parts, the files with the last of them. Each part has a number of its own, under which VK sends it once:
 * whatever is in doubt is simply tried again.
 */
export const sendVk: Send = async (outgoing, ports): Promise<SendResult> => {
  const { message, ticket, connection } = outgoing;
  const community = communityOf(ports);
  if (!community) return { kind: 'failed', error: 'vk: no token is set', permanent: false };
  const peer = message.address ?? ticket.replyTo.address;
  const made = await partsOf(outgoing, ports, { community, peer });
  if ('fault' in made) return inDoubtAgain(made.fault);
  if (made.parts.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  const numbers: string[] = [];
  for (const [index, part] of made.parts.entries()) {
    const outcome = await sendPart(community, {
      peer_ids: peer,
      random_id: randomIdOf(message.id, index),
      message: part.message,
      attachment: part.attachments.join(',') || undefined,
      forward: index === 0 ? replyTo(outgoing, peer) : undefined,
    });
    if ('fault' in outcome) return afterSome(outcome.fault, numbers.length, made.parts.length);
    numbers.push(outcome.number);
  }
  return {
    kind: 'sent',
    providerId: numbers[0],
    pointers: numbers.map((number) => sentKey('vk', connection.id, `${peer}:${number}`)),
  };
};

/** VK takes the same number once, so doubt is no danger here. */
const inDoubtAgain = (fault: Fault): SendResult =>
  fault.kind === 'unknown' ? { kind: 'retry', error: fault.error } : fault;

function afterSome(fault: Fault, arrived: number, all: number): SendResult {
  const result = inDoubtAgain(fault);
  if (arrived === 0 || result.kind === 'retry') return result;
  return { kind: 'unknown', error: `${arrived} of ${all} parts arrived; then ${fault.error}` };
}

type Parameters = Readonly<Record<string, string | number | undefined>>;

async function sendPart(
  community: Community,
  parameters: Parameters,
): Promise<{ readonly number: string } | { readonly fault: Fault }> {
  const outcome = await call(community, 'messages.send', parameters);
  if ('fault' in outcome) {
    // The message that was to be answered is gone.
    const isReply = parameters['forward'] !== undefined && outcome.fault.code === 100;
    return isReply ? sendPart(community, { ...parameters, forward: undefined }) : outcome;
  }
  const [sent] = Sent.safeParse(outcome.response).data ?? [];
  if (!sent) return { fault: { kind: 'unknown', error: 'vk: an answer of another shape' } };
  if (sent.error) return { fault: faultOf(sent.error.code, sent.error.description) };
  return { number: String(sent.conversation_message_id ?? `id${sent.message_id ?? ''}`) };
}

/** What was said on another channel, or before conversations were numbered, cannot be named. */
function replyTo({ answered, message }: Outgoing, peer: string): string | undefined {
  const number = Number(
    answered?.connectionId === message.connectionId ? answered.externalId : Number.NaN,
  );
  if (!Number.isSafeInteger(number) || number <= 0) return undefined;
  return JSON.stringify({ peer_id: Number(peer), conversation_message_ids: [number], is_reply: 1 });
}

async function partsOf(
  { message }: Outgoing,
  ports: SendPorts,
  { community, peer }: { readonly community: Community; readonly peer: string },
): Promise<{ readonly parts: readonly Part[] } | { readonly fault: Fault }> {
  const texts = splitText(message.text.toWellFormed(), vkCapabilities.textMax);
  const attachments: string[] = [];
  for (const attachment of message.attachments) {
    const bytes = await ports.file(attachment.key);
    const uploaded = await upload(community, peer, { ...attachment, bytes });
    if ('fault' in uploaded) return uploaded;
    attachments.push(uploaded.attachment);
  }
  const last = texts.pop() ?? '';
  const parts: Part[] = texts.map((text) => ({ message: text, attachments: [] }));
  for (let start = 0; start === 0 || start < attachments.length; start += attachmentsMax)
    parts.push({
      message: start === 0 ? last : '',
      attachments: attachments.slice(start, start + attachmentsMax),
    });
  return { parts: parts.filter((part) => part.message !== '' || part.attachments.length > 0) };
}
