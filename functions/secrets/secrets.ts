import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** A rotated secret is noticed after this long; a warm function asks twelve times an hour at most. */
const cacheMilliseconds = 5 * 60_000;

export type Secrets = {
  /** The secret's current string. Rejects when it is missing or may not be read. */
  readonly read: (arn: string) => Promise<string>;
  /** The same past the memory, which it renews. */
  readonly readAnew: (arn: string) => Promise<string>;
};

/** Reads Secrets Manager with a short memory; a failed read is not remembered. `now` gives epoch milliseconds. */
export const newSecrets = ({
  client,
  now,
}: {
  readonly client: SecretsManagerClient;
  readonly now: () => number;
}): Secrets => {
  const known = new Map<string, { readonly value: Promise<string>; readonly until: number }>();
  const fetchValue = async (arn: string): Promise<string> => {
    const { SecretString: value } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (!value) throw new Error(`secret ${arn} holds no string`);
    return value;
  };
  const readAnew = (arn: string): Promise<string> => {
    const value = fetchValue(arn);
    known.set(arn, { value, until: now() + cacheMilliseconds });
    value.catch(() => known.delete(arn));
    return value;
  };
  return {
    read: (arn) => {
      const cached = known.get(arn);
      return cached && cached.until > now() ? cached.value : readAnew(arn);
    },
    readAnew,
  };
};
