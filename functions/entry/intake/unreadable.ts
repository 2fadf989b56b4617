import type { HookDelivery } from '../../../schemas/queue.ts';
import type { Incoming, IncomingFile, Understood } from '../../channels/channel.ts';
import { contentHash } from '../../channels/content-hash.ts';
import { type MailInput, receivingMailboxes } from '../../channels/mail/parse.ts';
import { deliveryKey, mailKey } from '../../channels/pointers.ts';
import { unprovenAddress } from '../../desk/customers/identity-key.ts';
import type { Inbound } from '../../desk/inbound.ts';

/** Bytes that no parser could represent, as a message that an agent can open. */
type Opaque = Pick<
  Inbound,
  'channel' | 'connectionId' | 'idempotencyKey' | 'contentHash' | 'sender' | 'occurredAt' | 'rawKey'
>;

/** A mail for each mailbox that received it, from whom the envelope names. */
export function unreadableMail(input: MailInput): Understood {
  const hash = contentHash(input.raw);
  const from = input.delivery?.envelope.from.toLowerCase() ?? '';
  const mailboxes = receivingMailboxes(
    input.delivery?.envelope.recipients ?? [],
    input.connections,
  );
  const file: IncomingFile = {
    name: 'message.eml',
    type: 'message/rfc822',
    kind: 'raw',
    content: input.raw,
  };
  return understood(
    mailboxes.map(({ id }) =>
      opaqueMessage(
        {
          channel: 'mail',
          connectionId: id,
          idempotencyKey: mailKey(id, `raw:${hash}`),
          contentHash: hash,
          sender: unknownSender(/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(from) ? from : ''),
          occurredAt: input.delivery?.occurredAt ?? input.receivedAt,
          rawKey: input.rawKey,
        },
        file,
      ),
    ),
  );
}

export function unreadableHook(job: HookDelivery, body: Uint8Array): Understood {
  const { channel, connectionId } = job;
  const hash = contentHash(body);
  return understood([
    opaqueMessage(
      {
        channel,
        connectionId,
        idempotencyKey: deliveryKey(channel, connectionId, `raw:${hash}`),
        contentHash: hash,
        sender: { channel, connectionId, externalId: 'unknown', name: channel, isVerified: false },
        occurredAt: job.receivedAt,
        rawKey: job.bodyKey,
      },
      { name: `${channel}.json`, type: 'application/json', kind: 'raw', content: body },
    ),
  ]);
}

const understood = (incoming: readonly Incoming[]): Understood => ({ incoming, ignored: [] });

const unknownSender = (address: string): Inbound['sender'] => ({
  channel: 'mail',
  connectionId: unprovenAddress,
  externalId: address || 'unknown',
  name: address.slice(0, 120) || 'unknown',
  isVerified: false,
});

const opaqueMessage = (known: Opaque, file: IncomingFile): Incoming => ({
  inbound: {
    ...known,
    kind: 'customer',
    replyTo: { address: known.channel === 'mail' ? known.sender.externalId : '', cc: [] },
    subject: '[unreadable message]',
    text: '[This message could not be read. It is attached as it was received.]',
    attachments: [],
    references: [],
    knownTickets: [],
    pointers: [],
    leaves: [],
    isConversation: false,
    isSpam: false,
    mayAcknowledge: false,
    flags: ['unreadable', 'sender-unverified'],
  },
  files: [file],
});
