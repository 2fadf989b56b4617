import * as z from 'zod';
import type { Outgoing, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { type Bot, botOf, call, type Fault } from './call.ts';
import { type Part, partsOf, type Reply } from './parts.ts';

const Sent = z.object({ message_id: z.int().transform(String) });
/** An album is several messages. */
const SentOnes = z.union([Sent.transform((one) => [one]), z.array(Sent)]);

type Target = { readonly bot: Bot; readonly chat: string };
type Outcome = { readonly ids: readonly string[] } | { readonly fault: Fault };

/**
 * The parts one after another. Telegram has no field against repetition, so once a first part has arrived a failure is
 * `unknown`: a person decides whether to send all of it again.
 */
export async function sendTelegram(outgoing: Outgoing, ports: SendPorts): Promise<SendResult> {
  const { message, ticket, connection } = outgoing;
  const bot = botOf(ports);
  if (!bot) return { kind: 'failed', error: 'telegram: no bot token is set', permanent: false };
  const chat = message.address ?? ticket.replyTo.address;
  const parts = await partsOf(outgoing, ports);
  if (parts.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const reply = index === 0 ? replyTo(outgoing) : undefined;
    const outcome = await sendPart({ bot, chat }, part, reply);
    if ('fault' in outcome) return ids.length > 0 ? torn(outcome.fault, ids) : outcome.fault;
    ids.push(...outcome.ids);
  }
  return {
    kind: 'sent',
    providerId: ids[0],
    pointers: ids.map((id) => sentKey('telegram', connection.id, `${chat}:${id}`)),
  };
}

const torn = (fault: Fault, ids: readonly string[]): Fault => ({
  kind: 'unknown',
  error: `${ids.length} of the messages arrived; then ${fault.error}`,
});

/** What was said on another channel, or to another bot, has no number here. */
function replyTo({ answered, message }: Outgoing): Reply | undefined {
  const isHere = answered?.connectionId === message.connectionId;
  const number = Number(isHere ? answered.externalId : Number.NaN);
  return Number.isSafeInteger(number) && number > 0
    ? { message_id: number, allow_sending_without_reply: true }
    : undefined;
}

/**
 * A group that became a supergroup has a new id; a message that is gone cannot be answered; not all bytes that call
 * themselves a picture are one. Each is tried once more, without what was in the way.
 */
async function sendPart(to: Target, part: Part, reply: Reply | undefined): Promise<Outcome> {
  const outcome = await call(to.bot, part.method, part.build(to.chat, reply));
  if ('result' in outcome)
    return { ids: SentOnes.parse(outcome.result).map((one) => one.message_id) };
  const { fault } = outcome;
  if (fault.kind !== 'failed') return outcome;
  if (fault.migratedTo !== undefined && fault.migratedTo !== to.chat)
    return sendPart({ ...to, chat: fault.migratedTo }, part, reply);
  if (reply && /message to be replied not found|replied message not found/i.test(fault.error))
    return sendPart(to, part, undefined);
  if (part.instead && /PHOTO_|IMAGE_PROCESS|VIDEO_|wrong file|MEDIA_INVALID/i.test(fault.error))
    return sendAll(to, part.instead, reply);
  return outcome;
}

async function sendAll(
  to: Target,
  parts: readonly Part[],
  reply: Reply | undefined,
): Promise<Outcome> {
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const outcome = await sendPart(to, part, index === 0 ? reply : undefined);
    if ('ids' in outcome) ids.push(...outcome.ids);
    else if (ids.length === 0) return outcome;
    else return { fault: torn(outcome.fault, ids) };
  }
  return { ids };
}
