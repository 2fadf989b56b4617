import type { LetterEntry } from '../../../schemas/queue.ts';
import type { Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { languageOf } from '../language-of.ts';
import { cut, plainText } from '../plain-text.ts';
import { deliveryKey, scanKey } from '../pointers.ts';
import { addressBlock } from './address-block.ts';
import { registeredAs } from './registered-as.ts';

/**
 * A letter that a clerk entered. Whoever signs a letter has proven nothing: its name and address are an identity of
 * their own, unless the clerk put that on a customer's card before.
 */
export async function parseLetter(entry: LetterEntry): Promise<Understood> {
  const { connectionId, sender, letter } = entry;
  const address = addressBlock(sender);
  const text = plainText(entry.text);
  const subject = plainText(entry.subject);
  const scans = entry.attachments.map(({ sha256 }) => sha256);
  const inbound = {
    channel: 'letter' as const,
    connectionId,
    idempotencyKey: deliveryKey('letter', connectionId, registeredAs(letter)),
    contentHash: contentHash(JSON.stringify([address, letter.arrivedOn, subject, text, scans])),
    kind: 'customer' as const,
    sender: {
      channel: 'letter' as const,
      connectionId,
      externalId: address,
      name: cut(plainText(sender.name), 120),
      isVerified: false,
      ...(entry.language && { language: entry.language }),
    },
    replyTo: { address, cc: [] },
    subject,
    text,
    attachments: entry.attachments,
    externalId: registeredAs(letter),
    letter,
    references: [],
    knownTickets: entry.ticketId ? [entry.ticketId] : [],
    pointers: [],
    leaves: [],
    aliases: scans.map((sha256) => scanKey(connectionId, sha256)),
    isConversation: false,
    isSpam: false,
    // Nothing automatic is worth a stamp.
    mayAcknowledge: false,
    flags: [],
    occurredAt: entry.receivedAt,
    ...(entry.topic !== undefined && { chosenTopic: entry.topic }),
    language: entry.language ?? languageOf(text),
  };
  return { incoming: [{ inbound, files: [] }], ignored: [] };
}
