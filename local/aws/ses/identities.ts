import { AwsError } from '../gateway/aws-error.ts';

/** The verified identity that covers an address: itself, else its domain or a parent domain. */
export function identityFor(verified: readonly string[], address: string): string | undefined {
  const known = new Set(verified.map((identity) => identity.toLowerCase()));
  const lower = address.toLowerCase();
  if (known.has(lower)) return lower;
  const labels = lower.slice(lower.lastIndexOf('@') + 1).split('.');
  return labels.map((_, at) => labels.slice(at).join('.')).find((domain) => known.has(domain));
}

/** @throws AwsError MessageRejected as SES words it. */
export function requireIdentity(
  verified: readonly string[],
  address: string,
  region: string,
): string {
  const identity = identityFor(verified, address);
  if (identity) return identity;
  throw new AwsError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${address}`,
  );
}
