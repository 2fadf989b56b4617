import type { MailUnderstanding } from './understand-mail.ts';

/** What an agent should be told beside what the mail says; the screens have a sentence for each. */
export function flagsOf(
  { mail, classification }: MailUnderstanding,
  isVerified: boolean,
): string[] {
  const has = (kind: (typeof mail.attachments)[number]['kind']): boolean =>
    mail.attachments.some((file) => file.kind === kind);
  const flags: [string, boolean][] = [
    ['sender-unverified', !isVerified && classification.verdict !== 'bounce'],
    ['virus', classification.quarantined],
    ['spam', classification.verdict === 'spam'],
    ['list', classification.verdict === 'list'],
    ['encrypted', mail.flags.encrypted],
    ['encrypted-smime', mail.flags.encrypted && has('smime')],
    ['encrypted-pgp', mail.flags.encrypted && !has('smime')],
    ['signed', mail.flags.signed],
    ['mail-inside', has('message')],
    ['tnef-unreadable', mail.problems.includes('tnef-unreadable')],
    ['truncated', mail.flags.truncated],
    ['remote-images', mail.flags.remoteImages],
  ];
  const told = flags.filter(([, applies]) => applies).map(([flag]) => flag);
  // The form of the encryption says more than that there is one.
  return told.filter(
    (flag) => flag !== 'encrypted' || !told.some((other) => other.startsWith('encrypted-')),
  );
}
