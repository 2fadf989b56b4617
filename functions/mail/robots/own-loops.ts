import type { OurMail } from '../mail-context.ts';
import { headersOf, type ParsedMail } from '../parsed-mail.ts';

/** Name of the header that every mail of ours carries; its value tells installations apart. */
export const loopHeader = 'X-Firstline-Loop';

/** Our own mail come back: by our header, or our Message-ID on mail to many. */
export function ownLoopReason(mail: ParsedMail, ours: OurMail): string | undefined {
  if (headersOf(mail, loopHeader).some((value) => value.trim() === ours.loopId)) {
    return 'header:x-firstline-loop';
  }
  const bulk = headersOf(mail, 'precedence').some((value) => /bulk/i.test(value));
  return bulk && hasOurMessageId(mail, ours) ? 'own-message-id' : undefined;
}

export function hasOurMessageId(mail: ParsedMail, ours: Pick<OurMail, 'domains'>): boolean {
  const domain = mail.messageId?.split('@').at(-1)?.toLowerCase();
  return domain !== undefined && ours.domains.some((own) => own.toLowerCase() === domain);
}
