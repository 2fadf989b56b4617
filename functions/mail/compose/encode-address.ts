import { domainToASCII } from 'node:url';
import type { MailAddress } from '../parsed-mail.ts';
import { encodePhrase } from './header-words.ts';

/** The mail cannot leave as asked. `code` is stable. */
export class MailNotComposable extends Error {
  override readonly name = 'MailNotComposable';
  readonly code: 'mail.bad-address' | 'mail.bad-header' | 'mail.no-recipient';

  constructor(code: MailNotComposable['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** SES takes ASCII local parts only; domains go as punycode. */
const addrSpec =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** @throws MailNotComposable for an address that cannot be written on an envelope. */
export function encodeAddress({ name, address }: MailAddress): string {
  const at = address.lastIndexOf('@');
  const spec = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
  if (at < 1 || spec.length > 320 || !addrSpec.test(spec)) {
    throw new MailNotComposable('mail.bad-address', 'An address is not one that mail can reach.');
  }
  return name.trim() === '' ? spec : `${encodePhrase(name)} <${spec}>`;
}

export function encodeAddresses(addresses: readonly MailAddress[]): string {
  return addresses.map(encodeAddress).join(', ');
}
