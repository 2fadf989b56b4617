import { EmailAddress } from '../../../schemas/primitives.ts';
import { unprovenAddress } from '../../desk/customers/identity-key.ts';
import type { Sender } from '../../desk/inbound.ts';
import { customerAddress } from '../../mail/customer-address.ts';
import type { MailEnvelope, OurMail } from '../../mail/mail-context.ts';
import type { MailAddress, ParsedMail } from '../../mail/parsed-mail.ts';
import { withoutPlus } from '../../mail/robots/address-kinds.ts';
import { cut, plainText } from '../plain-text.ts';

/** An answer to more people than this was a mailing; they are not copied. */
const maxCopies = 20;

const sameAddress = (a: MailAddress, b: MailAddress | undefined): boolean =>
  a.address.toLowerCase() === b?.address.toLowerCase();

/** Who is answered, lower-cased; '' when the mail names nobody who could be. */
export function writerOf(mail: ParsedMail, envelope: MailEnvelope, our: OurMail): MailAddress {
  const found = customerAddress(mail, envelope, our);
  return found && found.address.length <= 254
    ? { name: found.name, address: found.address.toLowerCase() }
    : { name: found?.name ?? mail.from?.name ?? '', address: '' };
}

/** The identity of the writer. What SES confirmed is From, so another Reply-To stays unproven. */
export function senderOf(writer: MailAddress, mail: ParsedMail, isFromVerified: boolean): Sender {
  const isVerified = isFromVerified && sameAddress(writer, mail.from);
  return {
    channel: 'mail',
    ...(!isVerified && { connectionId: unprovenAddress }),
    externalId: writer.address || 'unknown',
    name: cut(plainText(writer.name) || writer.address, 120) || 'unknown',
    isVerified,
  };
}

/** Everybody else in To and Cc who is not ours. */
export function copiesOf(mail: ParsedMail, writer: MailAddress, our: OurMail): string[] {
  const others = [...mail.to, ...mail.cc]
    .map(({ address }) => address.toLowerCase())
    .filter((address) => EmailAddress.safeParse(address).success)
    .filter(
      (address) => address !== writer.address && !our.addresses.includes(withoutPlus(address)),
    );
  return [...new Set(others)].slice(0, maxCopies);
}
