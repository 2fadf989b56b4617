import type { Connection, ConnectionOf } from '../../../schemas/connection.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { MailEnvelope, OurMail } from '../../mail/mail-context.ts';
import { withoutPlus } from '../../mail/robots/address-kinds.ts';
import { isFromSigned } from '../../mail/robots/verdicts.ts';
import { normalizeMessageId } from '../../mail/threading/normalize-message-id.ts';
import type { Incoming, Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { languageOf } from '../language-of.ts';
import { cut } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { mailKey } from '../pointers.ts';
import { bounceOf, heldBecause, inboundKind } from './effects.ts';
import { filesOf } from './files.ts';
import { flagsOf } from './flags.ts';
import { invitationOf } from './invitation.ts';
import { addressesOf, hasPlus, mailboxesOf } from './our-mail.ts';
import { copiesOf, senderOf, writerOf } from './sender.ts';
import { leavesOf, pointersOf, referencesOf, ticketsOf } from './thread.ts';
import { type MailUnderstanding, understandMail } from './understand-mail.ts';

export type MailInput = {
  readonly raw: Uint8Array;
  /** Where the bytes are kept. */
  readonly rawKey?: string;
  readonly our: OurMail;
  readonly connections: readonly Connection[];
  /** From SES's notification; without it the stored headers tell. */
  readonly delivery?: { readonly envelope: MailEnvelope; readonly occurredAt: string };
  /** Stands in when neither says a time, ISO 8601. */
  readonly receivedAt: string;
};

/**
 * A mail becomes one message for each mailbox of ours that received it.
 * @throws MailUnreadable
 */
export async function parseMailInput(input: MailInput): Promise<Understood> {
  return messagesOf(understandMail(input.raw, input.our, input.delivery), input);
}

/** The messages of a mail that is understood already. */
export function messagesOf(understanding: MailUnderstanding, input: MailInput): Understood {
  if (understanding.classification.verdict === 'own-loop')
    return { incoming: [], ignored: ['mail.own-loop'] };
  // An absence note to a notification of ours tells nobody anything.
  if (understanding.classification.verdict === 'auto-reply' && isToAgentsAlone(understanding))
    return { incoming: [], ignored: ['mail.agent-away'] };
  const mailboxes = receivingMailboxes(understanding.envelope.recipients, input.connections);
  return {
    incoming: mailboxes.map((mailbox) =>
      incomingFor(mailbox, mailboxes.length === 1, understanding, input),
    ),
    ignored: mailboxes.length === 0 ? ['mail.no-mailbox'] : [],
  };
}

/** The mailboxes of the envelope; mail for an address of our domain that nobody set up goes to the first. */
export function receivingMailboxes(
  recipients: readonly string[],
  connections: readonly Connection[],
): readonly ConnectionOf<'mail'>[] {
  const bases = new Set(recipients.map(withoutPlus));
  const mailboxes = mailboxesOf(connections);
  const hit = mailboxes.filter((mailbox) => addressesOf(mailbox).some((one) => bases.has(one)));
  return hit.length > 0 ? hit : mailboxes.slice(0, 1);
}

function incomingFor(
  mailbox: ConnectionOf<'mail'>,
  isOnly: boolean,
  understanding: MailUnderstanding,
  input: MailInput,
): Incoming {
  const { mail, envelope, classification, signals, occurredAt } = understanding;
  const writer = writerOf(mail, envelope, input.our);
  const sender = senderOf(writer, mail, classification.senderVerified);
  // A reply token in the address of one mailbox says nothing about the copy that another one received.
  const ownTokens =
    isOnly ||
    envelope.recipients.some(
      (address) => hasPlus(address) && addressesOf(mailbox).includes(withoutPlus(address)),
    );
  const isWithheld = classification.quarantined;
  const held = heldBecause(classification, envelope);
  const inbound: Inbound = {
    channel: 'mail',
    connectionId: mailbox.id,
    idempotencyKey: mailKey(mailbox.id, idOf(mail.messageId) ?? `raw:${contentHash(input.raw)}`),
    contentHash: contentHash(
      mail.subject,
      writer.address,
      mail.text,
      mail.html ?? '',
      ...mail.attachments.map(({ sha256 }) => sha256),
    ),
    kind: inboundKind(classification.verdict),
    sender,
    replyTo: { address: writer.address, cc: copiesOf(mail, writer, input.our) },
    subject: cut(mail.subject, 500),
    text: mail.text,
    quoteStart: mail.quotedFrom,
    html: isWithheld ? undefined : mail.html,
    invitation: invitationOf(mail),
    attachments: [],
    externalId: boundedId(mail.messageId),
    references: referencesOf(mail),
    ...ticketsOf(signals, ownTokens),
    ...(ownTokens && { agentTokens: signals.agentTokens }),
    signedFrom: isFromSigned(mail, envelope) ? mail.from?.address.toLowerCase() : undefined,
    pointers: pointersOf(mailbox.id, signals, classification),
    leaves: leavesOf(mailbox.id, mail, input.our),
    isConversation: false,
    isSpam: held !== undefined,
    held,
    mayAcknowledge: classification.mayAcknowledge && !held && writer.address !== '',
    flags: flagsOf(understanding, sender.isVerified),
    occurredAt: plausibleInstant(occurredAt, input.receivedAt),
    rawKey: input.rawKey,
    language: languageOf(mail.visibleText || mail.subject),
    bounce: bounceOf(classification),
  };
  return { inbound, files: isWithheld ? [] : filesOf(mail) };
}

/** RFC 5322's longest line; a longer id is answered without In-Reply-To. */
const boundedId = (messageId: string | undefined) =>
  messageId !== undefined && messageId.length <= 998 ? messageId : undefined;

const idOf = (messageId: string | undefined) => messageId && normalizeMessageId(messageId);

const isToAgentsAlone = ({ signals }: MailUnderstanding): boolean =>
  signals.agentTokens.length > 0 && signals.replyTokens.length === 0;
