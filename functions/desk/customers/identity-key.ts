import type { Identity } from '../../../schemas/customer.ts';

/**
 * `connectionId` of an e-mail address that nobody proved: typed into a form, or a From without authentication. It is
 * another identity than the proven address, so that claiming to be somebody gives nobody that person's history.
 */
export const unprovenAddress = 'unverified';

/**
 * What makes two identities the same: an e-mail address wherever it was written, anything else within its connection.
 * A new customer's id is `customerIdOf(identityKeyOf(identity))`, so a repeated intake makes the same customer.
 */
export const identityKeyOf = (
  identity: Pick<Identity, 'channel' | 'connectionId' | 'externalId'>,
): string =>
  identity.channel === 'mail'
    ? `mail${identity.connectionId === unprovenAddress ? '?' : ''}|${identity.externalId.toLowerCase()}`
    : `${identity.channel}|${identity.connectionId ?? ''}|${identity.externalId}`;
