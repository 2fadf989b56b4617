import type { Secrets } from '../secrets/secrets.ts';

/**
 * Reads a connection's credentials as JSON. A connection without a secret has none: `{}`.
 * Rejects when the secret cannot be read or is no JSON; its text is in no message.
 */
export const connectionSecretReader =
  (read: Secrets['read'], arns: Readonly<Record<string, string>>) =>
  async (connectionId: string): Promise<unknown> => {
    const arn = arns[connectionId];
    if (arn === undefined) return {};
    const text = await read(arn);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new Error(`the secret of connection ${connectionId} is no JSON`);
    }
  };
