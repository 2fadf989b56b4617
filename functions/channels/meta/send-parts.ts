import type { HookChannel } from '../../../schemas/primitives.ts';
import type { SendResult } from '../outgoing.ts';
import { sentKey } from '../pointers.ts';
import type { Fault } from './graph.ts';

type Way<P> = {
  readonly channel: HookChannel;
  readonly connectionId: string;
  readonly send: (
    part: P,
    index: number,
  ) => Promise<{ readonly id: string } | { readonly fault: Fault }>;
};

/**
 * One part after the other. Meta has no field against repetition, so once a first part has arrived a failure is
 * `unknown`: a person decides whether to send all of it again.
 */
export async function sendParts<P>(
  parts: readonly P[],
  { channel, connectionId, send }: Way<P>,
): Promise<SendResult> {
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const outcome = await send(part, index);
    if ('id' in outcome) ids.push(outcome.id);
    else if (ids.length === 0) return outcome.fault;
    else {
      const error = `${ids.length} of ${parts.length} parts arrived; then ${outcome.fault.error}`;
      return { kind: 'unknown', error: error.slice(0, 300) };
    }
  }
  if (ids.length === 0) return { kind: 'failed', error: 'nothing to send', permanent: true };
  return {
    kind: 'sent',
    providerId: ids[0],
    pointers: ids.map((id) => sentKey(channel, connectionId, id)),
  };
}
