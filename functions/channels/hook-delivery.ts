import type { Connection } from '../../schemas/connection.ts';

/** A stored hook request on its way through a parser. */
export type HookInput<C extends Connection = Connection> = {
  readonly connection: C;
  /**
   * The desk's other connections of this channel: Meta posts all pages and numbers of an app to one address, so what
   * is for one of them must not be lost at the hook of another.
   */
  readonly siblings?: readonly Connection[];
  /** Those that `verify` kept. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** ISO 8601; stands in where the provider gives no time of its own. */
  readonly receivedAt: string;
};

/**
 * UTF-8 JSON; broken bytes become U+FFFD, which providers never send, and so does half a surrogate pair: the store takes
 * neither.
 */
export function jsonOf(body: Uint8Array): unknown {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  return /\\ud[89a-f]/i.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
}

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
