import type { Connection } from '../../schemas/connection.ts';

/** A stored hook request on its way through a parser. */
export type HookInput<C extends Connection = Connection> = {
  readonly connection: C;
  /** Those that `verify` kept. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** ISO 8601; stands in where the provider gives no time of its own. */
  readonly receivedAt: string;
};

/** UTF-8 JSON; broken bytes become U+FFFD, which providers never send. */
export const jsonOf = (body: Uint8Array): unknown =>
  JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
