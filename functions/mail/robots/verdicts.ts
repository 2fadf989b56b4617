import type { DeliveryVerdicts, MailEnvelope } from '../mail-context.ts';
import { parseAddresses } from '../parse/addresses.ts';
import { headerOf, headersOf, type ParsedMail } from '../parsed-mail.ts';

/**
 * SES's verdict when it is known. Without it a filter that the mail passed on its way may have
 * marked it; nobody forges that mark to his own harm.
 */
export function spamReason(mail: ParsedMail, envelope: MailEnvelope): string | undefined {
  const said = envelope.verdicts?.spam;
  if (said === 'FAIL') return 'verdict:spam';
  if (said !== undefined && said !== 'DISABLED' && said !== 'PROCESSING_FAILED') return undefined;
  if (headerOf(mail, 'x-ses-spam-verdict')?.trim().toUpperCase() === 'FAIL') {
    return 'header:x-ses-spam-verdict';
  }
  return /^yes\b/i.test(headerOf(mail, 'x-spam-flag') ?? '') ? 'header:x-spam-flag' : undefined;
}

/** Not verified: DMARC failed with a policy, or neither SPF nor DKIM passed, or nothing is known. */
export function isSenderVerified(verdicts: DeliveryVerdicts | undefined): boolean {
  if (!verdicts) return false;
  if (isDmarcDenied(verdicts)) return false;
  return verdicts.spf === 'PASS' || verdicts.dkim === 'PASS';
}

export function isDmarcDenied({ dmarc, dmarcPolicy }: DeliveryVerdicts): boolean {
  return dmarc === 'FAIL' && dmarcPolicy !== 'none';
}

/**
 * Whether From itself is confirmed. SPF proves the envelope's domain and DKIM the signer's, which anybody has; they
 * count when it is From's domain (relaxed alignment, RFC 7489 3.1), and where DMARC failed they were not.
 */
export function isFromProven(
  mail: Pick<ParsedMail, 'from' | 'headers'>,
  { from: sender, verdicts }: MailEnvelope,
): boolean {
  if (!verdicts || verdicts.dmarc === 'FAIL') return false;
  if (verdicts.dmarc === 'PASS') return true;
  const written = domainOf(mail.from?.address ?? '');
  const proven = [
    ...(verdicts.spf === 'PASS' ? [domainOf(sender)] : []),
    ...(verdicts.dkim === 'PASS' ? signersOf(mail) : []),
  ];
  return proven.some((domain) => isAligned(written, domain));
}

/**
 * Whether From's own domain signed it: DMARC passed, or DKIM of that domain did where DMARC says nothing. Stricter than
 * `isFromProven`, since SPF proves a server that many may share.
 */
export function isFromSigned(
  mail: Pick<ParsedMail, 'from' | 'headers'>,
  { verdicts }: Pick<MailEnvelope, 'verdicts'>,
): boolean {
  // Of several authors nobody says which one the verdicts are about.
  const authors = headersOf(mail, 'from').flatMap(parseAddresses);
  if (!verdicts || verdicts.dmarc === 'FAIL' || authors.length !== 1) return false;
  if (verdicts.dmarc === 'PASS') return true;
  const written = domainOf(mail.from?.address ?? '');
  return verdicts.dkim === 'PASS' && signersOf(mail).some((domain) => isAligned(written, domain));
}

/** SES's own results are the topmost of its name; the sender may write more of them below. */
export const isResultsOfSes = (results: string): boolean =>
  /^\s*amazonses\.com\s*(?:;|$)/i.test(results);

function signersOf(mail: Pick<ParsedMail, 'headers'>): string[] {
  const results = headersOf(mail, 'authentication-results').find(isResultsOfSes) ?? '';
  const signed = /\bdkim=pass\b[^;]*?\bheader\.[id]=([^\s;]+)/gi;
  return [...results.slice(0, 10_000).matchAll(signed)].map(([, id = '']) => domainOf(`@${id}`));
}

const domainOf = (address: string): string => address.split('@').at(-1)?.toLowerCase() ?? '';

const isAligned = (a: string, b: string): boolean =>
  a.includes('.') && b.includes('.') && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
