import type { Connection } from '../../../schemas/connection.ts';
import type { Identity } from '../../../schemas/customer.ts';
import type { Inbound } from '../inbound.ts';
import { numberOf, numberOn } from './telephone.ts';

/** An identity that is proven to be this person's. `isKept`: it is written down, for who proves the same later. */
export type Proof = { readonly identity: Identity; readonly isKept: boolean };

const proven = (identity: Omit<Identity, 'isVerified'>): Identity => ({
  ...identity,
  isVerified: true,
});

/** A number proven by the person's own contact: of no connection, so no caller id is taken for it. */
const provenNumber = (number: string): Identity => proven({ channel: 'phone', externalId: number });

/**
 * What a message proves of its sender beside the sender's own identity. Only what a channel vouches for: a signed
 * identity of the host page, the person's own contact shared in Telegram, WhatsApp's number. What somebody typed, a
 * name or a caller id prove nothing.
 */
export const proofsOf = (
  inbound: Inbound,
  connections: readonly Connection[],
): readonly Proof[] => {
  const { provenEmail, provenPhone, provenUserId, sender, connectionId, channel } = inbound;
  const onWhatsApp = channel === 'whatsapp' ? numberOf(sender) : undefined;
  const number = provenPhone ?? onWhatsApp;
  const proofs: Proof[] = [];
  if (provenEmail)
    proofs.push({
      identity: proven({ channel: 'mail', externalId: provenEmail.toLowerCase() }),
      isKept: true,
    });
  if (provenUserId)
    proofs.push({
      identity: proven({ channel, connectionId, externalId: `user:${provenUserId}`.slice(0, 320) }),
      isKept: true,
    });
  if (number) {
    // Who is known by the very number is found from the other side: no second record for each customer of WhatsApp.
    const isKept = provenPhone !== undefined && provenPhone !== onWhatsApp;
    proofs.push({ identity: provenNumber(number), isKept });
    const waId = numberOn('whatsapp', number);
    const isSender = (id: string) =>
      channel === 'whatsapp' && id === sender.connectionId && waId === sender.externalId;
    for (const { id } of connections.filter((one) => one.channel === 'whatsapp'))
      if (!isSender(id))
        proofs.push({
          identity: proven({
            channel: 'whatsapp',
            connectionId: id,
            externalId: waId,
          }),
          isKept: false,
        });
  }
  return proofs;
};
