import type { MailEnvelope, OurMail } from './mail-context.ts';
import { parseAddresses } from './parse/addresses.ts';
import { headersOf, type MailAddress, type ParsedMail } from './parsed-mail.ts';
import { isNoReplyAddress, isOurAddress, isRobotAddress } from './robots/address-kinds.ts';

/**
 * Whom an answer would reach (channels.md 1.3): Reply-To if it is a person and not us, the sender
 * before a mailing group rewrote From, From, Sender, the envelope. Undefined if none is usable.
 */
export function customerAddress(
  mail: ParsedMail,
  envelope: Pick<MailEnvelope, 'from'>,
  ours: Pick<OurMail, 'addresses'>,
): MailAddress | undefined {
  const usable = ({ address }: MailAddress): boolean =>
    /^[^\s@]+@[^\s@]+$/.test(address) && !isOurAddress(address, ours.addresses);
  const replyTo = mail.replyTo.find(
    (candidate) =>
      usable(candidate) &&
      !isRobotAddress(candidate.address) &&
      !isNoReplyAddress(candidate.address),
  );
  const rewritten = ['x-original-sender', 'x-original-from'].flatMap((name) =>
    headersOf(mail, name).flatMap(parseAddresses),
  );
  const rest = [mail.from, mail.sender, ...parseAddresses(envelope.from)];
  const candidates = [...rewritten, ...rest].filter((candidate) => candidate !== undefined);
  const found = replyTo ?? candidates.find(usable);
  if (!found) return undefined;
  const name = found.name || nameFor(found.address, [mail.from, mail.sender]);
  return { name, address: found.address };
}

function nameFor(address: string, known: readonly (MailAddress | undefined)[]): string {
  const same = known.find((other) => other?.address.toLowerCase() === address.toLowerCase());
  return same?.name ?? known[0]?.name ?? '';
}
