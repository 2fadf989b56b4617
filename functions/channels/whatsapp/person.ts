import type { Sender } from '../../desk/inbound.ts';
import { cut, plainText } from '../plain-text.ts';
import { chatKey } from '../pointers.ts';
import type { WhatsAppContact } from './message.ts';

/** Business-scoped user ids begin with the country: `US.13491208655302741918`. */
export const isUserId = (id: string): boolean => /^[A-Z]{2}\./.test(id);

/** The two ids by which WhatsApp knows a person; who goes by a user name shows us the first alone. */
export type Person = {
  readonly userId?: string;
  readonly phone?: string;
  readonly name?: string;
};

/** Whoever has these ids, with what `contacts` says of them. Either id may stand in the other's place. */
export function personOf(
  ids: readonly (string | undefined)[],
  contacts: readonly WhatsAppContact[],
): Person | undefined {
  const given = ids.filter((id) => id !== undefined);
  const contact =
    contacts.find(({ wa_id: phone, user_id: userId }) =>
      given.some((id) => id === phone || id === userId),
    ) ?? undefined;
  const all = [...given, contact?.user_id, contact?.wa_id].filter((id) => id !== undefined);
  const userId = all.find(isUserId);
  const phone = all.find((id) => !isUserId(id));
  if (userId === undefined && phone === undefined) return undefined;
  const name =
    plainText(contact?.profile?.name ?? '') || plainText(contact?.profile?.username ?? '');
  return {
    ...(userId !== undefined && { userId }),
    ...(phone !== undefined && { phone }),
    ...(name !== '' && { name: cut(name, 120) }),
  };
}

/** The lasting id first: the number goes with the telephone, and may not be shown the next time. */
const idsOf = ({ userId, phone }: Person): readonly string[] =>
  [userId, phone].filter((id) => id !== undefined);

/** A number is shown as people write it. */
const shown = (id: string) => (/^\d+$/.test(id) ? `+${id}` : id);

export function senderOf(person: Person, connectionId: string): Sender {
  const [externalId = ''] = idsOf(person);
  return {
    channel: 'whatsapp',
    connectionId,
    externalId,
    name: person.name ?? shown(person.phone ?? externalId),
    isVerified: true,
  };
}

/** The number of somebody known by the other id, E.164: WhatsApp vouches that both are one person. */
export const provenPhoneOf = ({ userId, phone }: Person): string | undefined =>
  userId !== undefined && /^[1-9]\d{4,14}$/.test(phone ?? '') ? `+${phone}` : undefined;

/** Both keys lead to the conversation, so it goes on when only one id is shown. */
export const chatKeysOf = (person: Person, connectionId: string): readonly string[] =>
  idsOf(person).map((id) => chatKey('whatsapp', connectionId, id));

/** Where answers go: numbers work in every version of the API. */
export const addressOf = ({ userId, phone }: Person): string => phone ?? userId ?? '';
