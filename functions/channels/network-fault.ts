/** Codes of Node and undici for connections that were never made: nothing can have arrived. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * What a fetch that threw says: a connection never made is tried again, anything later may have arrived. The message
 * of a fetch error can hold an address with a token in it, so only its code is kept.
 */
export function networkFault(
  channel: string,
  thrown: unknown,
): { readonly kind: 'retry' | 'unknown'; readonly error: string } {
  const cause = thrown instanceof Error ? (thrown.cause as { code?: unknown } | undefined) : {};
  const code = typeof cause?.code === 'string' ? cause.code : 'timeout';
  return { kind: neverLeft.includes(code) ? 'retry' : 'unknown', error: `${channel}: ${code}` };
}
