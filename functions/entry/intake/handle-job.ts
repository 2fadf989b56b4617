import type { InboundJob } from '../../../schemas/queue.ts';
import type { Incoming } from '../../channels/channel.ts';
import { holdIfBlocked } from '../../desk/quarantine/hold-blocked.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import { answerByMail } from './answer-by-mail.ts';
import { applyReport } from './apply-report.ts';
import { eachPerson } from './each-person.ts';
import { applyEvents } from './events/apply-events.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { withName } from './names.ts';
import { newLane } from './one-by-one.ts';
import type { NoJob } from './parse-job.ts';
import { readBytes } from './read-bytes.ts';
import { recognize } from './recognize.ts';
import { storeFiles } from './store-files.ts';
import { takeMessage } from './take-message.ts';
import { understand } from './understand.ts';
import { watchLoop } from './watch-loop.ts';

/** A mail takes ten times its size while it is read: ten of 40 MB at once would not fit into the function. */
const largeBytes = 4 * 1024 * 1024;

/**
 * One job of the inbound queue: read, understand, then for each message store its files, write it to its ticket, tell
 * the topic's queue. It resolves only after all of that; a crash anywhere repeats it, and repeating changes nothing.
 */
export const handleJob = (deps: IntakeDeps) => {
  const lane = newLane();
  return async (job: InboundJob | NoJob, receiveCount: number): Promise<void> => {
    if ('kind' in job && job.kind === 'none') return;
    const bytes = await readBytes(deps.raw, job);
    if (!bytes) return;
    const work = () => takeBytes(deps, { job, bytes, receiveCount });
    await (bytes.length > largeBytes ? lane(work) : work());
  };
};

type Work = {
  readonly job: InboundJob;
  readonly bytes: Uint8Array;
  readonly receiveCount: number;
};

async function takeBytes(deps: IntakeDeps, { job, bytes, receiveCount }: Work): Promise<void> {
  const [our, { topics, blocked }] = await Promise.all([deps.our(), deps.lists()]);
  const desk = { connections: deps.settings.connections, topics, our };
  const understood = await understand({ job, bytes, desk, now: deps.now() });
  if (understood.fault !== undefined) log.warn('intake.unreadable', {}, understood.fault);
  for (const code of understood.ignored) {
    log.info('intake.ignored', { because: code });
    metric({ name: 'InboundIgnored', value: 1, dimensions: { Because: code } });
  }
  const takeAll = (incoming: readonly Incoming[]) =>
    eachPerson(incoming, ({ inbound, files }) =>
      take(deps, { inbound: holdIfBlocked(inbound, blocked), files }, receiveCount),
    );
  await takeAll(understood.incoming);
  if (!('kind' in job) || (job.kind !== 'hook' && job.kind !== 'chat')) return;
  // A hook may bring what is for another connection of its channel.
  const heard = understood.incoming.map(({ inbound }) => inbound.connectionId);
  for (const id of new Set([job.connectionId, ...heard])) await deps.heard(id);
  if (!understood.events) return;
  const channel = job.kind === 'chat' ? job.kind : job.channel;
  const brought = { channel, receivedAt: job.receivedAt, receiveCount };
  await takeAll(await applyEvents(deps, understood.events, brought));
}

async function take(deps: IntakeDeps, incoming: Incoming, receiveCount: number): Promise<void> {
  const inbound = await withName(deps, await storeFiles(deps, incoming, receiveCount));
  const { channel, connectionId, kind } = inbound;
  // Neither a mailbox nor a telephone of the event bus has a hook that would tell.
  if (channel === 'mail' || channel === 'phone') await deps.heard(connectionId);
  if (await answerByMail(deps, inbound)) return;
  const taken = await takeMessage(deps, inbound, receiveCount);
  if (!taken) {
    log.info('intake.nothing-new', { channel, connectionId });
    return;
  }
  await applyReport(deps, inbound);
  if (taken.how === 'appended') await watchLoop(deps, inbound, taken.ticketId);
  await recognize(deps, inbound, taken);
  const { ticketId, messageId, occurredAt, topic, how } = taken;
  const place = { ticketId, id: messageId, occurredAt };
  for (const key of inbound.aliases ?? []) await deps.outbox.putAlias({ key, place });
  await deps.sendTopicJob(topic, { ticketId, messageId });
  log.info('intake.taken', { channel, connectionId, kind, ticketId, messageId, topic, how });
  if (how !== 'repeat')
    metric({ name: 'MessagesTaken', value: 1, dimensions: { Channel: channel, How: how } });
}
