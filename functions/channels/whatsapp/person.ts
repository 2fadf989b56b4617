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

/** Those that came along; `isOfOne`: with a single message, so that an only contact is its sender's. */
export type Contacts = { readonly all: readonly WhatsAppContact[]; readonly isOfOne: boolean };

/**
 * Whoever has these ids, with what the contacts say of them. Either id may stand in the other's place, and a number may
 * be written otherwise there (Brazil's ninth digit, Mexico's 1).
 */
export function personOf(
  written: readonly (string | undefined)[],
  { all, isOfOne }: Contacts,
): Person | undefined {
  const given = written.filter((id) => id !== undefined);
  const named = all.find(({ wa_id: phone, user_id: userId }) =>
    given.some((id) => id === phone || id === userId),
  );
  const contact = named ?? (isOfOne && all.length === 1 ? all[0] : undefined);
  const ids = [...given, contact?.user_id, contact?.wa_id].filter((id) => id !== undefined);
  const userId = ids.find(isUserId);
  const phone = ids.find((id) => !isUserId(id));
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
    name: person.name ?? cut(shown(person.phone ?? externalId), 120),
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
