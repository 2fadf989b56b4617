import type { BounceRecipient, OurMail } from '../mail-context.ts';
import { normalizeAddress } from '../parse/addresses.ts';
import { headersOf, type ParsedMail } from '../parsed-mail.ts';
import { isOurAddress, isRobotAddress } from './address-kinds.ts';
import { isHardBounce, saysUnknownUser } from './hardness.ts';
import { impliedStatus, replyClass, statusInText } from './status-codes.ts';

/** Where the returned mail begins in reports that paste it as text. */
const returnedMail =
  /^.{0,12}(?:below this line is a copy|this is a copy of (?:the|your) message|(?:the )?original message (?:follows|headers)|(?:unsent|returned|undelivered) message (?:follows|below)|(?:header|copy|text|start|begin|content)s? of (?:the )?(?:original |your |returned )?(?:mail|message)|original message|included is a copy|message header follows|message text follows|received: from|return-path: |your original message|the header of the|first \d+ lines|исходное сообщение|текст (?:вашего|исходного)|кoпия)/im;

const address =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

/** Recipients that a report in prose names, each with the words that follow its address. */
export function readProse(mail: ParsedMail, ours: OurMail): BounceRecipient[] {
  const told = headersOf(mail, 'x-failed-recipients')
    .flatMap((value) => value.match(address) ?? [])
    .map(normalizeAddress);
  const text = reportText(mail.text);
  const found = findAddresses(text, ours);
  const known = new Set(found.map((hit) => hit.address.toLowerCase()));
  const extra = told
    .filter((missing) => !known.has(missing.toLowerCase()))
    .map((missing) => ({ address: missing, words: text.slice(0, 1_500) }));
  const wanted = told.length > 0 ? found.filter((hit) => isAmong(hit.address, told)) : found;
  const named = [...wanted, ...extra];
  const recipients = named.length > 0 ? named : returnedRecipients(mail, ours, text);
  return recipients.slice(0, 50).map(({ address, words }) => judge(address, words));
}

/** The returned mail's To, when the prose names nobody. */
function returnedRecipients(
  mail: ParsedMail,
  ours: OurMail,
  words: string,
): { address: string; words: string }[] {
  const returned = mail.reportParts.find(({ type }) => type.includes('rfc822'));
  const to = (returned?.groups[0] ?? []).filter(({ name }) => /^(?:to|x-rcpt-to)$/i.test(name));
  const pasted = /^[>|\s]{0,8}to\s{0,3}:([^\n]{3,500})/im.exec(mail.text.slice(0, 30_000))?.[1];
  return [...to.map(({ value }) => value), pasted ?? '']
    .flatMap((value) => value.match(address) ?? [])
    .map(normalizeAddress)
    .filter((candidate) => !isOurAddress(candidate, ours.addresses))
    .slice(0, 1)
    .map((candidate) => ({ address: candidate, words: words.slice(0, 1_500) }));
}

function reportText(text: string): string {
  const bounded = text.slice(0, 30_000);
  const cut = returnedMail.exec(bounded);
  // Somebody must have been named before it: some reports quote the mail first.
  const before = cut ? bounded.slice(0, cut.index) : '';
  return before.includes('@') ? before : bounded.slice(0, 6_000);
}

function findAddresses(text: string, ours: OurMail): { address: string; words: string }[] {
  const hits: { address: string; at: number }[] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(address)) {
    const plain = normalizeAddress(match[0].replace(/^[.'`]+|[.'`]+$/g, ''));
    if (seen.has(plain.toLowerCase()) || isBystander(text, match.index, plain, ours)) continue;
    seen.add(plain.toLowerCase());
    hits.push({ address: plain, at: match.index });
    if (hits.length >= 50) break;
  }
  return hits.map((hit, index) => {
    const next = hits[index + 1]?.at ?? text.length;
    const own = text.slice(hit.at, Math.min(next, hit.at + 1_500));
    const lead = text.slice(Math.max(0, hit.at - 400), hit.at);
    return { address: hit.address, words: tellsReason(own) ? own : `${own}\n${lead}` };
  });
}

/** Not a recipient: we, the mail system, someone to ask for help, the id of a mail. */
function isBystander(text: string, at: number, plain: string, ours: OurMail): boolean {
  if (isOurAddress(plain, ours.addresses) || isRobotAddress(plain)) return true;
  const before =
    text
      .slice(Math.max(0, at - 90), at)
      .split('\n')
      .at(-1) ?? '';
  return /message-?id|contact |e-?mail to |send (?:mail|email|a copy) to |from:|sender|mailto:|reply-to|help[^\n]{0,20}$|return-path|references|in-reply-to|http|abuse|обратитесь/i.test(
    before,
  );
}

function tellsReason(words: string): boolean {
  return statusInText(words) !== '' || replyClass(words) !== undefined || saysUnknownUser(words);
}

function judge(recipient: string, words: string): BounceRecipient {
  const delayed =
    /will (?:continue to )?(?:retry|try|be retried)|not been delivered yet|still (?:being )?tr(?:y|ied)|delayed|warning message only|no action is required|need not resend|do not need to resend/i.test(
      words,
    ) && !/gave up|giving up|permanent/i.test(words);
  const found = statusInText(words);
  const unknown = saysUnknownUser(words) && impliedStatus(words) === '5.0.0';
  const temporary = delayed || replyClass(words) === 4;
  const status = found || (temporary ? '4.0.0' : unknown ? '5.1.1' : impliedStatus(words));
  const action = delayed ? 'delayed' : 'failed';
  const diagnostic = words.replace(/\s+/g, ' ').trim().slice(0, 1_000).toWellFormed();
  return {
    address: recipient,
    status,
    action,
    diagnostic,
    hard: isHardBounce({ action, status, diagnostic }),
  };
}

function isAmong(candidate: string, told: readonly string[]): boolean {
  return told.some((other) => other.toLowerCase() === candidate.toLowerCase());
}
