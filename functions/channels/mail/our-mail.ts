import type { Connection, ConnectionOf } from '../../../schemas/connection.ts';
import type { OurMail } from '../../mail/mail-context.ts';

/** Who we are, for everything that must know our own mail when it comes back. */
export const ourMailOf = (
  { domain, connections }: { domain: string; connections: readonly Connection[] },
  secrets: readonly string[],
): OurMail => ({
  addresses: mailboxesOf(connections).flatMap(addressesOf),
  domains: [domain],
  loopId: domain,
  secrets,
});

export const mailboxesOf = (connections: readonly Connection[]): readonly ConnectionOf<'mail'>[] =>
  connections.filter((connection) => connection.channel === 'mail');

/** Every address that leads to a mailbox, lower-cased, its own first. */
export const addressesOf = ({ address, aliases = [] }: ConnectionOf<'mail'>): readonly string[] =>
  [address, ...aliases].map((one) => one.toLowerCase());

export const hasPlus = (address: string): boolean => /^[^@]*\+/.test(address);
