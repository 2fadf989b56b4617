import type { BounceRecipient } from '../mail-context.ts';
import { normalizeAddress } from '../parse/addresses.ts';
import { headerOf, type MailHeader, type ReportPart } from '../parsed-mail.ts';
import { isHardBounce } from './hardness.ts';
import { statusInText } from './status-codes.ts';

type Fields = { headers: readonly MailHeader[] };

/** Per-recipient fields of message/delivery-status (RFC 3464); `prose` fills in a bare status. */
export function readDeliveryStatus(part: ReportPart, prose: string): BounceRecipient[] {
  const recipients: BounceRecipient[] = [];
  for (const headers of splitRecipients(part.groups)) {
    const fields = { headers };
    const address = recipientOf(fields);
    if (address === '') continue;
    recipients.push(readRecipient(fields, address, prose));
    if (recipients.length >= 500) break;
  }
  return recipients;
}

/** Some MTAs leave out the blank line between recipients. */
function splitRecipients(groups: readonly (readonly MailHeader[])[]): MailHeader[][] {
  return groups.flatMap((group) => {
    const split: MailHeader[][] = [];
    let current: MailHeader[] = [];
    for (const header of group) {
      const begins = /^final-recipient$/i.test(header.name);
      if (begins && current.some(({ name }) => /^final-recipient$/i.test(name))) {
        split.push(current);
        current = [];
      }
      current.push(header);
    }
    return [...split, current];
  });
}

function readRecipient(fields: Fields, address: string, prose: string): BounceRecipient {
  const diagnostic = (headerOf(fields, 'diagnostic-code') ?? '').replace(
    /^\s*[\w-]{1,20}\s*;\s*/,
    '',
  );
  const said = /\d\.\d{1,3}\.\d{1,3}/.exec(headerOf(fields, 'status') ?? '')?.[0] ?? '';
  const precise = statusInText(diagnostic);
  // x.0.0 and x.5.0 say nothing; the server's own words often do.
  const vague = said === '' || /^\d\.(?:0\.0|5\.0|0\.\d|3\.0)$/.test(said);
  const status = vague ? precise || said : said;
  const action = actionOf(headerOf(fields, 'action') ?? '', status);
  const words = diagnostic === '' ? sentenceAbout(address, prose) : diagnostic;
  return {
    address,
    status,
    action,
    diagnostic: words.slice(0, 1_000).toWellFormed(),
    hard: isHardBounce({ action, status, diagnostic: words }),
  };
}

/** The address we wrote to is Original-Recipient; aliases make Final-Recipient another. */
function recipientOf(fields: Fields): string {
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient']) {
    const value = headerOf(fields, name);
    if (value === undefined) continue;
    const address = normalizeAddress(value.slice(value.indexOf(';') + 1));
    if (address.includes('@')) return address;
  }
  return '';
}

function actionOf(said: string, status: string): BounceRecipient['action'] {
  const word = /failed|failure|delayed|delivered|relayed|expanded/i.exec(said)?.[0]?.toLowerCase();
  if (word === 'failure') return 'failed';
  if (word !== undefined) return word as BounceRecipient['action'];
  if (status.startsWith('4.')) return 'delayed';
  return status.startsWith('2.') ? 'delivered' : 'failed';
}

function sentenceAbout(address: string, prose: string): string {
  const at = prose.toLowerCase().indexOf(address.toLowerCase());
  return at < 0 ? prose.slice(0, 500) : prose.slice(Math.max(0, at - 200), at + 500);
}
