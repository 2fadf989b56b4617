import type { ConnectionOf } from '../../../schemas/connection.ts';
import type { Language } from '../../../schemas/primitives.ts';
import type { Outgoing } from '../outgoing.ts';

/** What stands on the paper. */
export type PaperLetter = {
  /** Letterhead: our name, then our address. */
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  /** By which an answer finds the ticket when the clerk enters it. */
  readonly reference: string;
  readonly date: Date;
  readonly dateText: string;
  readonly subject: string;
  readonly text: string;
  /** Names of files that go into the envelope. */
  readonly enclosures: string;
  readonly author: string;
  readonly office: string;
  readonly language: Language;
};

const words = {
  en: { reference: 'Our reference', enclosures: 'Enclosures', locale: 'en-GB' },
  ru: { reference: 'Наш номер', enclosures: 'Приложения', locale: 'ru-RU' },
} as const;

/** An answer as a letter in the customer's language. The time zone is the office's: a date is a day there. */
export function paperLetter(
  { ticket, message, desk }: Outgoing,
  { sender }: Pick<ConnectionOf<'letter'>, 'sender'>,
  timeZone: string,
): PaperLetter {
  const language = message.language ?? ticket.language ?? desk.language;
  const date = new Date(message.occurredAt);
  const { reference, enclosures, locale } = words[language];
  return {
    sender,
    recipient: (message.address ?? ticket.replyTo.address).split('\n'),
    reference: `${reference}: #${ticket.number}`,
    date,
    dateText: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(date),
    subject: message.subject ?? ticket.subject,
    text: message.text,
    enclosures:
      message.attachments.length > 0
        ? `${enclosures}: ${message.attachments.map(({ name }) => name).join(', ')}`
        : '',
    author: message.author.name,
    office: desk.deskName,
    language,
  };
}
