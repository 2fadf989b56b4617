import { ticketIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { Classification, OurMail, ThreadingSignals } from '../../mail/mail-context.ts';
import type { ParsedMail } from '../../mail/parsed-mail.ts';
import { normalizeMessageId } from '../../mail/threading/normalize-message-id.ts';
import { mailKey, wireKey } from '../pointers.ts';

/** One read batch holds 90 pointers; the nearest ids come first. */
const maxPointers = 60;
/** Longer ids are no mail program's; they would only fill the ticket. */
const maxIdLength = 250;

/** Tickets named by signatures of ours: the address outranks message ids, subject and quote come after them. */
export function ticketsOf(
  signals: ThreadingSignals,
  ownTokens: boolean,
): Pick<Inbound, 'knownTickets' | 'hintedTickets'> {
  const idOf = ({ ticketNumber }: { ticketNumber: string }) => ticketIdOf(Number(ticketNumber));
  const hints = [signals.subjectTag, signals.bodyMarker].flatMap((hint) =>
    hint ? [idOf(hint)] : [],
  );
  return {
    knownTickets: ownTokens ? [...new Set(signals.replyTokens.map(idOf))] : [],
    hintedTickets: [...new Set(hints)],
  };
}

/** Where to look for the thread: every id the mail names, or of a report the ids it is about. SES's have no `@`. */
export function pointersOf(
  connectionId: string,
  signals: ThreadingSignals,
  { originalMessageIds }: Pick<Classification, 'originalMessageIds'>,
): string[] {
  const ids = [...new Set([...originalMessageIds, ...signals.messageIds])];
  return ids
    .flatMap((id) =>
      id.includes('@') ? [mailKey(connectionId, id)] : [wireKey(id), mailKey(connectionId, id)],
    )
    .slice(0, maxPointers);
}

/** Ids for the next References, oldest first, the mail's own last. */
export function referencesOf(mail: ParsedMail): string[] {
  const named = mail.references.length > 0 ? mail.references : mail.inReplyTo;
  return [...named, ...(mail.messageId ? [mail.messageId] : [])].filter(
    (id) => id.length <= maxIdLength,
  );
}

/**
 * The thread's root, when the mail answers something we never saw: others who answer it too then meet on one
 * ticket. Ids of our own domain are never left by a stranger's mail.
 */
export function leavesOf(connectionId: string, mail: ParsedMail, our: OurMail): string[] {
  const root = mail.references[0] ?? mail.inReplyTo[0];
  if (!root || root.length > maxIdLength || root === mail.messageId) return [];
  const domain = root.split('@').at(-1)?.toLowerCase() ?? '';
  if (our.domains.includes(domain) || domain.endsWith('amazonses.com')) return [];
  return [mailKey(connectionId, normalizeMessageId(root))];
}
