import { createHash } from 'node:crypto';

/** Where the local "account" is: the region comes from the settings, the account is never real. */
export type Place = { account: string; region: string; stack: string };

export const LOCAL_ACCOUNT = '000000000000';
export const DEFAULT_REGION = 'eu-central-1';

/** A resource before it has properties resolved: enough to name it. */
export type Named = Place & {
  logicalId: string;
  /** The physical name: the template's own or one made from stack and logical id. */
  name: string;
};

/** An id of ten lower-case letters and digits, as API Gateway gives, the same on every start. */
export function shortId(resource: Named): string {
  const digest = createHash('sha256').update(`${resource.stack}/${resource.logicalId}`).digest();
  return Array.from(digest.subarray(0, 10), (byte) => (byte % 36).toString(36)).join('');
}

export function arn(resource: Place, service: string, path: string): string {
  return `arn:aws:${service}:${resource.region}:${resource.account}:${path}`;
}

/** An ARN of a service that has no region in it (IAM, CloudFront). */
export function globalArn(resource: Place, service: string, path: string): string {
  return `arn:aws:${service}::${resource.account}:${path}`;
}

/** The last part of an ARN's path: queue, topic, function, role name. */
export function nameInArn(value: string): string {
  return value.split(/[:/]/).at(-1) ?? value;
}
