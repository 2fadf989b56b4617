import { classify } from '../../mail/classify.ts';
import type {
  Classification,
  MailEnvelope,
  OurMail,
  ThreadingSignals,
} from '../../mail/mail-context.ts';
import { parseMail } from '../../mail/parse-mail.ts';
import type { ParsedMail } from '../../mail/parsed-mail.ts';
import { withoutPlus } from '../../mail/robots/address-kinds.ts';
import { threadingSignals } from '../../mail/threading-signals.ts';
import { storedAt, storedEnvelope } from './stored-envelope.ts';

/** All that the bytes and their delivery say, before it concerns a ticket; what `explain` prints. */
export type MailUnderstanding = {
  readonly mail: ParsedMail;
  readonly envelope: MailEnvelope;
  readonly classification: Classification;
  readonly signals: ThreadingSignals;
  /** When it was received; clocks use this. */
  readonly occurredAt?: string;
};

/**
 * Reads a mail. Without an envelope (fed again, or a file to explain) it is read from SES's headers on top.
 * @throws MailUnreadable
 */
export function understandMail(
  raw: Uint8Array,
  our: OurMail,
  delivery?: { readonly envelope: MailEnvelope; readonly occurredAt: string },
): MailUnderstanding {
  const mail = parseMail(raw);
  const envelope =
    delivery?.envelope ??
    storedEnvelope(mail, (address) => our.addresses.includes(withoutPlus(address)));
  return {
    mail,
    envelope,
    classification: classify(mail, envelope, our),
    signals: threadingSignals(mail, envelope, our),
    occurredAt: delivery?.occurredAt ?? storedAt(mail),
  };
}
