import type { Connection } from '../../../schemas/connection.ts';
import type { HookChannel } from '../../../schemas/primitives.ts';
import { ContactEvent } from '../../../schemas/queue.ts';
import type { Understood } from '../../channels/channel.ts';
import { parseContact } from '../../channels/phone/amazon-connect/parse-contact.ts';
import { parsers } from '../../channels/registry/parsers.ts';
import { asAddressed } from './account-of.ts';

type File = {
  readonly channel: HookChannel;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: string;
};

/** What a file is, as far as that decides who must read it. */
const fieldsOf = (body: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

const isTwilio = (fields: object): boolean =>
  ['MessageSid', 'SmsSid', 'CallSid'].some((name) => name in fields);

/** Twilio posts forms; a file may hold the form as JSON, which reads better. */
const asPosted = (body: Uint8Array, fields: Readonly<Record<string, unknown>> | undefined) =>
  fields && isTwilio(fields)
    ? Buffer.from(
        new URLSearchParams(
          Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
        ).toString(),
      )
    : body;

/** Which of our telephone systems speaks so. */
const providerOf = (fields: Readonly<Record<string, unknown>> | undefined) => {
  if (fields && 'detail' in fields) return 'amazon-connect';
  return fields && !isTwilio(fields) ? 'call-log' : 'twilio';
};

/** The connection a file is for: the one named, else the first of its channel that speaks like the file. */
export const connectionFor = (
  { channel, body }: Pick<File, 'channel' | 'body'>,
  connections: readonly Connection[],
): Connection | undefined => {
  const provider = channel === 'phone' ? providerOf(fieldsOf(body)) : undefined;
  return connections.find(
    (one) => one.channel === channel && (one.channel !== 'phone' || one.provider === provider),
  );
};

/** The same parsers that intake asks; a contact event comes by the event bus and is read as from there. */
export const understandFile = async (
  { channel, body, headers, receivedAt }: File,
  connection: Connection,
): Promise<readonly Understood[]> => {
  const fields = fieldsOf(body);
  if (connection.channel === 'phone' && connection.provider === 'amazon-connect') {
    const event = ContactEvent.parse({ time: receivedAt, ...fields, kind: 'contact-event' });
    return [await parseContact({ connection, event })];
  }
  const posted = asPosted(body, fields);
  const understood: Understood[] = [];
  for (const addressed of asAddressed(connection, posted))
    understood.push(
      await parsers[channel]({ connection: addressed, headers, body: posted, receivedAt }),
    );
  return understood;
};
