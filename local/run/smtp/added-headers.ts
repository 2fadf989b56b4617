import type { Verdicts } from './verdicts.ts';

export type Envelope = {
  /** Empty for the null sender. */
  from: string;
  recipients: string[];
  /** What the client said in HELO or EHLO. */
  helo: string;
  remoteAddress: string;
};

/** The header fields SES puts on top of a received mail before it stores it. */
export function addedHeaders(options: {
  envelope: Envelope;
  verdicts: Verdicts;
  id: string;
  region: string;
  now: Date;
}): string {
  const { envelope, verdicts, id, region, now } = options;
  const host = `inbound-smtp.${region}.amazonaws.com`;
  const domain = envelope.from.split('@').at(-1) || 'localhost';
  const date = now.toUTCString().replace('GMT', '+0000');
  const lower = (verdict: string): string => verdict.toLowerCase();
  const [recipient = ''] = envelope.recipients;
  return [
    `Return-Path: <${envelope.from}>`,
    `Received: from ${oneWord(envelope.helo)} (${envelope.remoteAddress})`,
    ` by ${host} with SMTP id ${id}`,
    ` for ${recipient};`,
    ` ${date}`,
    `X-SES-Spam-Verdict: ${verdicts.spam}`,
    `X-SES-Virus-Verdict: ${verdicts.virus}`,
    `Received-SPF: ${lower(verdicts.spf)} (spfCheck: local stand-in) client-ip=${envelope.remoteAddress}; envelope-from=${envelope.from}; helo=${oneWord(envelope.helo)};`,
    'Authentication-Results: amazonses.com;',
    ` spf=${lower(verdicts.spf)} smtp.mailfrom=${domain};`,
    ` dkim=${lower(verdicts.dkim)} header.i=@${domain};`,
    ` dmarc=${lower(verdicts.dmarc)} header.from=${domain};`,
    'X-SES-RECEIPT: local',
    '',
  ].join('\r\n');
}

/** A greeting is text from outside: nothing of it may start a header line of its own. */
function oneWord(text: string): string {
  return text.replaceAll(/[^\w.[\]:-]/g, '') || 'unknown';
}
