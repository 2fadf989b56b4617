import type { Connection } from '../../../schemas/connection.ts';
import type { ConnectionTest } from '../../../schemas/connection-health.ts';
import { mailboxesOf } from '../../channels/mail/our-mail.ts';
import { sendFault } from '../../channels/mail/send-fault.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { newsOf } from './news-of.ts';
import { sendPlain } from './send-plain.ts';

/** Sends the agent's test through the channel itself; what it teaches of the connection is noted. */
export async function sendTest(
  deps: DeliverDeps,
  connection: Connection,
  test: ConnectionTest,
): Promise<SendResult> {
  const isMail = connection.channel === 'mail' || connection.channel === 'form';
  const result = await (isMail
    ? mailTest(deps, connection, test)
    : channelTest(deps, connection, test));
  const news = newsOf(result, Number.POSITIVE_INFINITY);
  if (news) await deps.health.note(connection.id, news);
  return result;
}

const nameOf = (connection: Connection) => ('name' in connection ? connection.name : connection.id);

async function mailTest(
  deps: DeliverDeps,
  connection: Connection,
  test: ConnectionTest,
): Promise<SendResult> {
  const desk = await deps.desk();
  const id = connection.channel === 'form' ? connection.replyFrom : connection.id;
  const mailbox = mailboxesOf(desk.connections).find((one) => one.id === id);
  if (!mailbox) return { kind: 'failed', error: 'mail: no mailbox to send from', permanent: true };
  const said = textsFor(undefined, desk.language).connectionTest({ name: nameOf(connection) });
  try {
    const raw = composeMail({
      from: { name: desk.deskName, address: mailbox.address },
      to: [{ name: test.by, address: test.address }],
      subject: said.subject,
      date: deps.now(),
      messageId: `t.${connection.id}.${Date.parse(test.requestedAt)}@${desk.domain}`,
      text: said.text,
      loopId: desk.domain,
      automatic: 'auto-generated',
    });
    const tags = { kind: 'alert', ticket: 'test' };
    const letter = { from: mailbox.address, to: [test.address], cc: [], raw, tags };
    return { kind: 'sent', providerId: await deps.mail(letter), pointers: [] };
  } catch (error) {
    return sendFault(error);
  }
}

async function channelTest(
  deps: DeliverDeps,
  connection: Connection,
  { address, requestedAt }: ConnectionTest,
): Promise<SendResult> {
  const desk = await deps.desk();
  const { text } = textsFor(undefined, desk.language).connectionTest({ name: nameOf(connection) });
  const secret = await deps.freshSecretOf(connection.id);
  return sendPlain(deps, connection, { id: 'test', text, address, at: requestedAt, secret });
}
