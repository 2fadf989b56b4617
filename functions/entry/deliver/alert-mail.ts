import type { Agent } from '../../../schemas/agent.ts';
import { mailboxesOf } from '../../channels/mail/our-mail.ts';
import { sendFault } from '../../channels/mail/send-fault.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { utcMinute } from '../../desk/texts/utc-minute.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import { agentAddress } from '../../mail/threading/agent-address.ts';
import { bodyReference } from '../../mail/threading/body-marker.ts';
import type { Alert, Digest } from './alert.ts';
import { listOf } from './alert-list.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** To one agent, in their language; marked as a machine's so that no absence note answers it. */
export async function sendAlertMail(
  deps: DeliverDeps,
  { ticket, line, url }: Alert,
  agent: Agent,
): Promise<SendResult> {
  const desk = await deps.desk();
  const [mailbox] = mailboxesOf(desk.connections);
  if (!mailbox) return noMailbox;
  const { kind, dueAt, isLate, eventId } = line;
  const { number, subject, topic, lastPublicId } = ticket;
  const secret = desk.signingSecrets[0] ?? '';
  const said = textsFor(agent.language, desk.language).alert({
    kind,
    number,
    subject,
    topic,
    dueAt: utcMinute(dueAt),
    isLate,
    said: ticket.preview,
    url,
  });
  try {
    const raw = composeMail({
      from: { name: desk.deskName, address: mailbox.address },
      to: [{ name: agent.name, address: agent.email }],
      replyTo: {
        name: desk.deskName,
        address: agentAddress(
          mailbox.address,
          { ticketNumber: String(number), agentId: agent.id, lastPublicId },
          secret,
        ),
      },
      subject: said.subject,
      date: deps.now(),
      messageId: `a.${eventId}.${agent.id}@${desk.domain}`,
      text: said.text,
      // Marks where the notification begins when it is quoted: no customer may read on from there.
      reference: bodyReference(String(number), secret),
      loopId: desk.domain,
      automatic: 'auto-generated',
    });
    const providerId = await deps.mail({
      from: mailbox.address,
      to: [agent.email],
      cc: [],
      raw,
      tags: { kind: 'alert', ticket: ticket.id },
    });
    return { kind: 'sent', providerId, pointers: [] };
  } catch (error) {
    return sendFault(error);
  }
}

const noMailbox = {
  kind: 'failed',
  error: 'mail: no mailbox to send from',
  permanent: true,
} as const satisfies SendResult;

/** Many alerts in one mail. An answer to it belongs to no ticket, so it has no address for one. */
export async function sendDigestMail(
  deps: DeliverDeps,
  digest: Digest,
  agent: Agent,
): Promise<SendResult> {
  const desk = await deps.desk();
  const [mailbox] = mailboxesOf(desk.connections);
  if (!mailbox) return noMailbox;
  const said = listOf(digest, {
    language: agent.language ?? desk.language,
    characters: 60_000,
    written: (line, url) => `${line}\n${url}`,
  });
  try {
    const raw = composeMail({
      from: { name: desk.deskName, address: mailbox.address },
      to: [{ name: agent.name, address: agent.email }],
      subject: said.subject,
      date: deps.now(),
      messageId: `d.${Date.parse(digest.id)}.${agent.id}@${desk.domain}`,
      text: said.text,
      loopId: desk.domain,
      automatic: 'auto-generated',
    });
    const tags = { kind: 'alert', ticket: 'many' };
    const letter = { from: mailbox.address, to: [agent.email], cc: [], raw, tags };
    return { kind: 'sent', providerId: await deps.mail(letter), pointers: [] };
  } catch (error) {
    return sendFault(error);
  }
}
