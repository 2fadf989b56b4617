import { isTicketCode, ticketCode } from './ticket-code.ts';

/** 60 bits: guessing one takes longer than any mail server allows. */
const codeLength = 12;
const form = /^([^+@\s]{1,40})\+(\d{1,15})\.([a-z2-7]{10,16})@([^@\s]{1,255})$/i;

/** `support+1042.k3j4h5g6f7aa@in.example.com`: answers to it find the ticket. */
export function replyAddress(mailbox: string, ticketNumber: string, secret: string): string {
  const at = mailbox.lastIndexOf('@');
  const local = mailbox.slice(0, at).split('+')[0] as string;
  const domain = mailbox.slice(at + 1);
  const own = `${local}@${domain}`.toLowerCase();
  const code = ticketCode({ purpose: 'reply', ticketNumber, mailbox: own }, secret, codeLength);
  return `${local}+${ticketNumber}.${code}@${domain}`;
}

/** The ticket number of a reply address whose code verifies, else undefined. */
export function ticketOfReplyAddress(
  address: string,
  secrets: readonly string[],
): string | undefined {
  const match = form.exec(address.trim());
  if (!match) return undefined;
  const [, local, ticketNumber, code, domain] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const mailbox = `${local}@${domain}`.toLowerCase();
  const valid = isTicketCode(code, { purpose: 'reply', ticketNumber, mailbox }, secrets);
  return valid ? ticketNumber : undefined;
}
