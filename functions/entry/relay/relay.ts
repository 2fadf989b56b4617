import type { Agent } from '../../../schemas/agent.ts';
import type { PushMessage } from '../../../schemas/push.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { heardBy, maySee } from '../../desk/access.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';
import { changeOf } from '../../dynamo/stream-change.ts';
import { log } from '../../observe/log.ts';
import { consumeStream } from '../../queue/stream-batch.ts';
import { changedTickets } from './changed-tickets.ts';
import { outboundJobOf } from './outbound-jobs.ts';
import { alertMessage, alertOf, changedMessages, type Pushed } from './push-messages.ts';
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
      const alerts = await alertsIn(deps, changes);
      await tellScreens(deps, {
        changesFor: (agent) => changedMessages(heardBy(agent, tickets), cursor),
        alertsFor: (agentId, agent) =>
          alerts
            .filter(({ ticket, to }) => maySee(agent, ticket) && (to?.includes(agentId) ?? true))
            .map(({ message }) => message),
      });
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

const alertsIn = async (
  deps: RelayDeps,
  changes: readonly StreamChange[],
): Promise<readonly (Pushed & { readonly ticket: Ticket })[]> => {
  const alerts = changes.flatMap((change) => alertOf(change) ?? []);
  const messages = await Promise.all(
    alerts.map(async (alert) => {
      const ticket = await deps.tickets.load(alert.ticketId);
      return ticket ? [{ ticket, ...alertMessage(alert, ticket) }] : [];
    }),
  );
  return messages.flat();
};

type Sight = Pick<Agent, 'scope'>;
type News = {
  readonly changesFor: (agent: Sight) => readonly PushMessage[];
  readonly alertsFor: (agentId: string, agent: Sight) => readonly PushMessage[];
};

/** Each screen hears what its agent may see, and the alerts that are for them; whose access ended hears nothing. */
const tellScreens = async (deps: RelayDeps, { changesFor, alertsFor }: News): Promise<void> => {
  const [connections, hearers] = await Promise.all([deps.connections.listAll(), deps.hearers()]);
  const everything = changesFor({});
  await Promise.all(
    connections.map(async ({ connectionId, agentId }) => {
      const agent = hearers.get(agentId);
      if (!agent) return;
      try {
        const changes = agent.scope ? changesFor(agent) : everything;
        for (const message of [...changes, ...alertsFor(agentId, agent)])
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
