import { MailNotComposable } from '../../mail/compose/encode-address.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import type { Outgoing, RawLetter, SendPorts, SendResult } from '../outgoing.ts';
import { mailKey, wireKey } from '../pointers.ts';
import { letterOf, mailboxOf } from './letter.ts';
import { sendFault } from './send-fault.ts';

/** Composes an answer and gives it to SES once. */
export async function sendMail(outgoing: Outgoing, ports: SendPorts): Promise<SendResult> {
  const { connection, desk, message, ticket } = outgoing;
  const mailbox = mailboxOf(connection, desk.connections);
  if (!mailbox) return { kind: 'failed', error: 'mail: no mailbox to send from', permanent: true };
  const letter = await letterOf(outgoing, mailbox, ports.file);
  let raw: Uint8Array;
  try {
    raw = composeMail(letter);
  } catch (error) {
    if (!(error instanceof MailNotComposable)) throw error;
    return { kind: 'failed', error: error.code, permanent: true };
  }
  // SES gives the tags back with every event, so feedback finds the message even if its id was lost in a crash.
  const tags = {
    ticket: ticket.id,
    message: message.id,
    at: String(Date.parse(message.occurredAt)),
    kind: message.kind,
  };
  const sent = await giveToSes(ports, {
    from: mailbox.address,
    to: letter.to.map(({ address }) => address),
    cc: (letter.cc ?? []).map(({ address }) => address),
    raw,
    tags,
  });
  if (typeof sent !== 'string') return sent;
  return {
    kind: 'sent',
    providerId: sent,
    pointers: [wireKey(sent), mailKey(mailbox.id, letter.messageId)],
  };
}

async function giveToSes(ports: SendPorts, letter: RawLetter): Promise<string | SendResult> {
  try {
    return await ports.mail(letter);
  } catch (error) {
    return sendFault(error);
  }
}
