import { type AgentToken, seenOf } from '../../desk/tickets/by-mail.ts';
import { isTicketCode, ticketCode } from './ticket-code.ts';

const codeLength = 12;
const form = /^([^+@\s]{1,40})\+a(\d{1,15})\.([0-9a-z]{6})\.([a-z2-7]{12})@([^@\s]{1,255})$/i;

/** What an address is bound to. */
interface Bound {
  readonly ticketNumber: string;
  readonly agentId: string;
  /** Id of the newest public message. */
  readonly lastPublicId: string;
}

/**
 * `support+a1042.h2k9xw.k3j4h5g6f7aa@…`: what one agent answers to it goes to the customer of that ticket. Good for
 * that agent's authenticated mail only, so whoever the notification is forwarded to cannot use it.
 */
export function agentAddress(mailbox: string, bound: Bound, secret: string): string {
  const at = mailbox.lastIndexOf('@');
  const local = mailbox.slice(0, at).split('+')[0] as string;
  const domain = mailbox.slice(at + 1);
  const seen = seenOf(bound.lastPublicId);
  const said = subjectOf({ ...bound, seen, mailbox: `${local}@${domain}`.toLowerCase() });
  return `${local}+a${bound.ticketNumber}.${seen}.${ticketCode(said, secret, codeLength)}@${domain}`;
}

export function agentTokenOf(address: string): AgentToken | undefined {
  const match = form.exec(address.trim().toLowerCase());
  if (!match) return undefined;
  const [local, ticketNumber, seen, code, domain] = match.slice(1) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return { ticketNumber, seen, code, mailbox: `${local}@${domain}` };
}

/** Whether the address was made for this agent. */
export const isForAgent = (
  token: AgentToken,
  agentId: string,
  secrets: readonly string[],
): boolean => isTicketCode(token.code, subjectOf({ ...token, agentId }), secrets);

const subjectOf = (bound: {
  ticketNumber: string;
  mailbox: string;
  seen: string;
  agentId: string;
}) => ({
  purpose: 'agent' as const,
  ticketNumber: bound.ticketNumber,
  mailbox: `${bound.mailbox}\0${bound.seen}\0${bound.agentId}`,
});
