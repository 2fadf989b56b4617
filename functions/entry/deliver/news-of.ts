import type { SendResult } from '../../channels/outgoing.ts';
import type { TrafficNews } from '../../desk/health/states.ts';

/** One failure may be the moment's; a message that failed so often for the provider's sake says that it is down. */
const troubleAttempts = 3;

/** What one attempt says of its connection, if anything: a person who blocked us says nothing. */
export function newsOf(
  result: SendResult,
  attempts: number,
): { readonly news: TrafficNews; readonly error?: string } | undefined {
  switch (result.kind) {
    case 'sent':
      return { news: 'sent' };
    case 'failed':
      if (result.isRevoked) return { news: 'revoked', error: result.error };
      return result.permanent ? undefined : { news: 'trouble', error: result.error };
    case 'retry':
      // The provider is well: it told us when to come again.
      if (result.afterSeconds !== undefined || attempts < troubleAttempts) return undefined;
      return { news: 'trouble', error: result.error };
    default:
      return undefined;
  }
}
