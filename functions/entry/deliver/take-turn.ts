import type { OutboundJob } from '../../../schemas/queue.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { capabilities } from '../../channels/registry/capabilities.ts';
import { log } from '../../observe/log.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { finished, type Next } from './next.ts';

type MessageJob = Extract<OutboundJob, { kind: 'message' }>;

/** SQS delays a new message for fifteen minutes at most. */
const longestDelaySeconds = 900;

/**
 * Undefined when the message may leave now. Else it stands in its connection's row: the job is put back with its turn
 * written on it, to be seen again when that comes. Nobody waits inside the function, so a row of thousands keeps no
 * other connection's messages, and a place in it uses up no receipt of the queue.
 */
export async function takeTurn(
  deps: Pick<DeliverDeps, 'turns' | 'putLater' | 'now'>,
  job: MessageJob,
  message: Message,
): Promise<Next | undefined> {
  const { rate } = capabilities[message.channel];
  if (!rate) return undefined;
  const { connectionId } = message;
  const now = deps.now();
  const attempts = message.delivery?.attempts ?? 0;
  const given = job.turn?.attempts === attempts ? job.turn.at : undefined;
  const isOpen = async () => ((await deps.turns.closedUntil(connectionId)) ?? '') <= now;
  const isUsable = given !== undefined && (given > now || (await isOpen()));
  const at = isUsable ? given : await deps.turns.take({ connectionId, rate, now });
  if (at <= now) return undefined;
  const seconds = Math.ceil((Date.parse(at) - Date.parse(now)) / 1000);
  await deps.putLater({ ...job, turn: { at, attempts } }, Math.min(seconds, longestDelaySeconds));
  log.info('deliver.message.in-row', { connectionId, messageId: message.id, seconds });
  return finished;
}
