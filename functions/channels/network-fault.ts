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
  const code = codeOf(thrown);
  return { kind: neverLeft.includes(code) ? 'retry' : 'unknown', error: `${channel}: ${code}` };
}

function codeOf(thrown: unknown): string {
  const { name, cause } = thrown as { readonly name?: unknown; readonly cause?: Cause };
  if (name === 'TimeoutError') return 'timeout';
  if (typeof cause?.code === 'string') return cause.code;
  return cause?.message === 'unexpected redirect' ? 'redirect' : 'network';
}

type Cause = { readonly code?: unknown; readonly message?: unknown };
