import { randomUUID } from 'node:crypto';

/** First digits of SES's ids by region, where known. */
const prefixes: Record<string, string> = {
  'us-east-1': '0100',
  'us-west-2': '0101',
  'eu-west-1': '0102',
  'eu-central-1': '0107',
};

/** SES's form: region and time in hex, a UUID, `000000`. */
export function newMessageId(region: string, now: number): string {
  const time = now.toString(16).padStart(12, '0');
  return `${prefixes[region] ?? '010f'}${time}-${randomUUID()}-000000`;
}

/** Domain of the Message-ID on the wire; us-east-1 alone says `email`. */
export function wireDomain(region: string): string {
  return region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
}
