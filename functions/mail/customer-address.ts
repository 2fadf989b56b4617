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
  const rewritten = isOfGroup(mail, ours)
    ? ['x-original-sender', 'x-original-from'].flatMap((name) =>
        headersOf(mail, name).flatMap(parseAddresses),
      )
    : [];
  const groups = rewritten.length > 0 ? groupAddresses(mail) : new Set<string>();
  const usable = ({ address }: MailAddress): boolean =>
    /^[^\s@]+@[^\s@]+$/.test(address) && !isOurAddress(address, ours.addresses);
  const replyTo = mail.replyTo.find(
    (candidate) =>
      usable(candidate) &&
      !groups.has(candidate.address.toLowerCase()) &&
      !isRobotAddress(candidate.address) &&
      !isNoReplyAddress(candidate.address),
  );
  const rest = [mail.from, mail.sender, ...parseAddresses(envelope.from)];
  const candidates = [...rewritten, ...rest].filter((candidate) => candidate !== undefined);
  const found = replyTo ?? candidates.find(usable);
  if (!found) return undefined;
  const name = found.name || nameFor(found.address, [mail.from, mail.sender]);
  return { name: rewritten.length > 0 ? withoutVia(name) : name, address: found.address };
}

/** Only a group writes over From; in anybody's mail the header would point our answers at a third person. */
const isOfGroup = (mail: ParsedMail, ours: Pick<OurMail, 'addresses'>): boolean =>
  ['list-id', 'list-post', 'x-google-group-id', 'mailing-list', 'x-beenthere'].some(
    (name) => headersOf(mail, name).length > 0,
  ) || isOurAddress(mail.from?.address ?? '', ours.addresses);

/** The group itself, whose Reply-To would send our answer to everybody in it. */
function groupAddresses(mail: ParsedMail): ReadonlySet<string> {
  const listed = ['list-post', 'x-google-group-id', 'x-beenthere', 'mailing-list'].flatMap((name) =>
    headersOf(mail, name).flatMap((value) => value.match(/[^\s<>:;,"']+@[^\s<>:;,"'?]+/g) ?? []),
  );
  const written = mail.from ? [mail.from.address] : [];
  return new Set([...listed, ...written].map((address) => address.toLowerCase()));
}

/** `'Ann Lee' via Support` is how groups write a name over their own address. */
const withoutVia = (name: string): string =>
  name
    .slice(0, 300)
    .replace(/\s+via\s+\S.*$/i, '')
    .replace(/^['"‘’]+|['"‘’]+$/g, '')
    .trim();

function nameFor(address: string, known: readonly (MailAddress | undefined)[]): string {
  const same = known.find((other) => other?.address.toLowerCase() === address.toLowerCase());
  return same?.name ?? known[0]?.name ?? '';
}
