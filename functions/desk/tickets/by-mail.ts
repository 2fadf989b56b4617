/** An agent's own way onto a ticket, as read off an address; worth nothing until its code is checked. */
export type AgentToken = {
  readonly ticketNumber: string;
  /** What `seenOf` said when the address was made. */
  readonly seen: string;
  readonly code: string;
  /** Our mailbox without plus part, lower case. */
  readonly mailbox: string;
};

/** Tells the newest public message of a ticket from an older one, in few letters. */
export const seenOf = (lastPublicId: string): string => lastPublicId.slice(-6);

type Answer = {
  readonly kind: 'reply' | 'note';
  readonly text: string;
  /** Why what was meant for the customer stays a note. */
  readonly because?: 'quoted-notice' | 'empty';
};

/** Traces of the notification itself, which no customer may see. */
const ofTheNotice = /\[ref:\s?\d{1,15}\.[a-z2-7]{4,32}\]|\/tickets\/tkt_\d+/i;

/**
 * What an agent wrote above the notification. A first line `#note` keeps it among colleagues. What cannot be told
 * apart from the quoted notification, such as answers between its lines, is kept as a note as well: a customer must
 * never read it.
 */
export function readAnswer(visible: string): Answer {
  const text = withoutSignature(visible).trim();
  const [, rest] = /^#note\b[ \t:]*([\s\S]*)$/i.exec(text) ?? [];
  if (rest !== undefined) return { kind: 'note', text: rest.trim() };
  if (text === '') return { kind: 'note', text, because: 'empty' };
  if (ofTheNotice.test(text)) return { kind: 'note', text, because: 'quoted-notice' };
  return { kind: 'reply', text };
}

/** RFC 3676 4.3: everything below a line of two dashes is the signature. */
function withoutSignature(text: string): string {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => /^--[ \t]*$/.test(line));
  return at <= 0 ? text : lines.slice(0, at).join('\n');
}
