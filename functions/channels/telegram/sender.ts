import type { Language } from '../../../schemas/primitives.ts';
import type { Sender } from '../../desk/inbound.ts';
import type { TelegramUser } from './update.ts';

export const nameOf = (user: TelegramUser): string =>
  [user.first_name, user.last_name].filter(Boolean).join(' ');

export const senderOf = (user: TelegramUser): Pick<Sender, 'externalId' | 'name' | 'language'> => ({
  externalId: user.id,
  name: nameOf(user),
  language: languageOf(user),
});

/** Telegram gives the app's IETF tag; languages close to ours are answered in what the desk speaks. */
const languageOf = (user: TelegramUser): Language | undefined => {
  const tag = user.language_code?.toLowerCase().split('-')[0];
  return tag === 'en' || tag === 'ru' ? tag : undefined;
};
