import { isTicketCode, ticketCode } from './ticket-code.ts';

const tag = /\[#(\d{1,15})-([a-z2-7]{4,16})\]/gi;
const codeLength = 6;

/** Prefixes of answers and forwards in the languages of mail programs; `Re[2]:` and `Re(3):` too. */
const prefix =
  /^\s*(?:re|r|rif|res|aw|antw|antwort|sv|vs|vá|odp|ynt|ref|ri|bls|cevap|отв|ответ|на|відп|вп|απ|σχετ|回复|回覆|答复|返信|回信|fwd?|wg|tr|rv|enc|i|pd|vl|vb|fs|doorst|пересл|пер|转发|轉寄|転送|ilt|továbbítás|ΠΡΘ|הועבר|השב)\s*(?:[[(]\d{1,3}[\])]|\^\d{1,3})?\s*[:：]\s*/iu;

/** `[#1042-k3j4h5]`, which ties an answer to its ticket when the headers are lost. */
export function subjectTag(ticketNumber: string, secret: string): string {
  return `[#${ticketNumber}-${ticketCode({ purpose: 'subject', ticketNumber }, secret, codeLength)}]`;
}

/** The ticket number of the first tag that verifies. */
export function ticketOfSubject(subject: string, secrets: readonly string[]): string | undefined {
  for (const match of subject.slice(0, 2_000).matchAll(tag)) {
    const [, ticketNumber, code] = match as unknown as [string, string, string];
    if (isTicketCode(code, { purpose: 'subject', ticketNumber }, secrets)) return ticketNumber;
  }
  return undefined;
}

/** The subject alone: no answer prefixes, no tag of ours, single blanks. */
export function bareSubject(subject: string): string {
  let rest = subject.slice(0, 2_000).replace(tag, ' ').replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 30; round++) {
    const shorter = rest.replace(prefix, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest.trim();
}

/** `Re: Where is my order? [#1042-k3j4h5]`, with one `Re:` and one tag however often it went. */
export function answerSubject(subject: string, ticketNumber: string, secret: string): string {
  const bare = bareSubject(subject);
  return `Re: ${bare === '' ? '' : `${bare} `}${subjectTag(ticketNumber, secret)}`;
}
