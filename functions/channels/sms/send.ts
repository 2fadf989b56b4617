import * as z from 'zod';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { ConnectionOf } from '../../../schemas/connection.ts';
import type { Outgoing, SendPorts, SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import { splitText } from '../split-text.ts';
import { type TwilioAccount, twilioCall } from '../twilio/account.ts';
import { TwilioCredentials } from '../twilio/credentials.ts';
import { otherNetwork } from '../twilio/other-network.ts';
import { smsCapabilities } from './capabilities.ts';

const Created = z.object({ sid: z.string().min(1) });

/** One message to Twilio: a text of 1600 characters, ten files of 5 MB together, or both. */
type Part = { readonly text: string; readonly files: readonly Attachment[] };

const filesMax = 10;

/**
 * The text in parts, files with the last. Twilio has no field against repetition, so once a first part has gone a
 * failure is `unknown`: a person decides whether to send all of it again.
 */
export async function sendSms(outgoing: Outgoing, ports: SendPorts): Promise<SendResult> {
  const { connection, message, ticket } = outgoing;
  if (connection.channel !== 'sms')
    return { kind: 'failed', error: 'sms: not such a connection', permanent: true };
  const { authTokens = [] } = TwilioCredentials.safeParse(ports.secret).data ?? {};
  if (authTokens.length === 0)
    return { kind: 'failed', error: 'sms: no auth token is set', permanent: false };
  const { accountSid } = connection;
  const account = { fetch: ports.fetch, base: ports.bases.twilio, accountSid, authTokens };
  const parts = partsOf(outgoing);
  const to = message.address ?? ticket.replyTo.address;
  const callback = `${ports.hookUrl('sms', connection.id)}?mid=${message.id}`;
  const sids: string[] = [];
  for (const part of parts) {
    const form = formOf(connection, { to, callback, part });
    for (const { key } of part.files) form.append('MediaUrl', await ports.link(key));
    const outcome = await post(account, form);
    if ('sid' in outcome) {
      sids.push(outcome.sid);
      continue;
    }
    if (parts.length === 1) return findable(outcome.fault, outgoing);
    if (sids.length === 0) return outcome.fault;
    const { error } = outcome.fault;
    return {
      kind: 'unknown',
      error: `${sids.length} of ${parts.length} parts went; then ${error}`,
    };
  }
  if (sids.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  return {
    kind: 'sent',
    providerId: sids[0],
    pointers: sids.map((sid) => sentKey('sms', connection.id, sid)),
  };
}

/** Twilio may have taken it although we heard nothing: then its receipts name our own id. */
const findable = (
  fault: Exclude<SendResult, { kind: 'sent' }>,
  { connection, message }: Outgoing,
): SendResult =>
  fault.kind === 'unknown'
    ? { ...fault, pointers: [sentKey('sms', connection.id, message.id)] }
    : fault;

async function post(account: TwilioAccount, form: URLSearchParams) {
  const outcome = await twilioCall(account, '/Messages.json', form);
  if ('fault' in outcome) return outcome;
  const created = Created.safeParse(outcome.result);
  if (created.success) return { sid: created.data.sid };
  return { fault: { kind: 'unknown' as const, error: 'twilio: an answer without a sid' } };
}

function formOf(
  { from }: Pick<ConnectionOf<'sms'>, 'from'>,
  { to, callback, part }: { to: string; callback: string; part: Part },
): URLSearchParams {
  const sender = from.startsWith('MG') ? 'MessagingServiceSid' : 'From';
  // To another network we write from our number's name there.
  const [network] = sender === 'From' ? (otherNetwork.exec(to) ?? []) : [];
  const form = new URLSearchParams({
    To: to,
    [sender]: `${network ?? ''}${from}`,
    StatusCallback: callback,
  });
  if (part.text !== '') form.set('Body', part.text);
  return form;
}

function partsOf({ message }: Outgoing): readonly Part[] {
  const texts = splitText(message.text, smsCapabilities.textMax);
  const [first = [], ...more] = filesInGroups(message.attachments);
  const words = texts.slice(0, -1).map((text): Part => ({ text, files: [] }));
  const last = { text: texts.at(-1) ?? '', files: first };
  const parts = [...words, last, ...more.map((files): Part => ({ text: '', files }))];
  return parts.filter(({ text, files }) => text !== '' || files.length > 0);
}

/** As many files together as one message takes. */
function filesInGroups(files: readonly Attachment[]): readonly (readonly Attachment[])[] {
  const groups: Attachment[][] = [];
  for (const file of files) {
    const group = groups.at(-1);
    const bytes = group?.reduce((sum, { size }) => sum + size, file.size) ?? 0;
    if (group && group.length < filesMax && bytes <= smsCapabilities.fileBytesOut) group.push(file);
    else groups.push([file]);
  }
  return groups;
}
