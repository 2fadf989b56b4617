import type { PushMessage } from '../../../schemas/push.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';
import { changeOf } from '../../dynamo/stream-change.ts';
import { log } from '../../observe/log.ts';
import { consumeStream } from '../../queue/stream-batch.ts';
import { changedTickets } from './changed-tickets.ts';
import { outboundJobOf } from './outbound-jobs.ts';
import { alertMessage, alertOf, changedMessages } from './push-messages.ts';
import type { RelayDeps } from './relay-deps.ts';
import { tellVisitors } from './tell-visitors.ts';

/**
 * Follows the table's stream: hands what must be sent to deliver, writes the feed for screens that reconnect, tells the
 * screens and visitors that are there. Only the first two are repeated after a failure; a push that was missed is in the feed.
 */
export const relay = (deps: RelayDeps) =>
  consumeStream<StreamChange>({
    parse: changeOf,
    handle: async ({ id, changes }) => {
      await enqueueJobs(deps, changes);
      await tellVisitors(deps, changes);
      const tickets = await changedTickets(changes, deps.tickets.load);
      if (tickets.length === 0) return;
      const cursor = await deps.feed.append({ batchId: id, at: deps.now(), tickets });
      await tellScreens(deps, [
        ...changedMessages(tickets, cursor),
        ...(await alertMessages(deps, changes)),
      ]);
    },
  });

const enqueueJobs = async (deps: RelayDeps, changes: readonly StreamChange[]): Promise<void> => {
  const jobs = changes.flatMap((change) => outboundJobOf(change) ?? []);
  await Promise.all(jobs.map(deps.enqueue));
  for (const job of jobs)
    log.info('relay.job.queued', {
      kind: job.kind,
      ...('ticketId' in job ? { ticketId: job.ticketId } : {}),
      ...('connectionId' in job ? { connectionId: job.connectionId } : {}),
    });
};

const alertMessages = async (
  deps: RelayDeps,
  changes: readonly StreamChange[],
): Promise<readonly PushMessage[]> => {
  const alerts = changes.flatMap((change) => alertOf(change) ?? []);
  const messages = await Promise.all(
    alerts.map(async (alert) => {
      const ticket = await deps.tickets.load(alert.ticketId);
      return ticket ? [alertMessage(alert, ticket)] : [];
    }),
  );
  return messages.flat();
};

const tellScreens = async (deps: RelayDeps, messages: readonly PushMessage[]): Promise<void> => {
  const connections = await deps.connections.listAll();
  await Promise.all(
    connections.map(async ({ connectionId }) => {
      try {
        for (const message of messages)
          if ((await deps.push(connectionId, JSON.stringify(message))) === 'gone') {
            await deps.connections.remove(connectionId);
            return;
          }
      } catch (error) {
        // The screen notices its lost connection and reads the feed; the other screens must not wait for it.
        log.warn('relay.push.failed', { connectionId }, error);
      }
    }),
  );
};
