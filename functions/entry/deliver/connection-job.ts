import type { Connection } from '../../../schemas/connection.ts';
import type { ConnectionHealth, ConnectionTest } from '../../../schemas/connection-health.ts';
import { HookChannel } from '../../../schemas/primitives.ts';
import type { OutboundJob } from '../../../schemas/queue.ts';
import type { CheckResult } from '../../channels/check.ts';
import { checkers } from '../../channels/registry/checkers.ts';
import { afterCheck } from '../../desk/health/rules.ts';
import { log } from '../../observe/log.ts';
import { changeHealth } from '../connection-health.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { finished, type Next } from './next.ts';
import { sendTest } from './send-test.ts';

type ConnectionJob = Extract<OutboundJob, { kind: 'connection' }>;

/** What an agent or the clock asked of a connection: a look at it, or a test message. Repeated jobs find it done. */
export async function lookAfterConnection(deps: DeliverDeps, job: ConnectionJob): Promise<Next> {
  const { connections } = await deps.desk();
  const connection = connections.find(({ id }) => id === job.connectionId);
  if (!connection) {
    log.warn('deliver.connection.gone', { connectionId: job.connectionId });
    return finished;
  }
  return job.want === 'check' ? check(deps, connection, job) : test(deps, connection, job);
}

async function check(deps: DeliverDeps, connection: Connection, job: ConnectionJob): Promise<Next> {
  const found = await deps.healthStore.load(connection.id);
  if ((found?.health.checkedAt ?? '') >= job.requestedAt) return finished;
  const result = await ask(deps, connection);
  await changeHealth({ health: deps.healthStore, now: deps.now }, connection.id, (health, now) =>
    afterCheck(health, result, now),
  );
  log.info('deliver.connection.checked', { connectionId: connection.id, state: result.state });
  return finished;
}

/** A secret that was filled in a moment ago must count, so it is read anew. */
async function ask(deps: DeliverDeps, connection: Connection): Promise<CheckResult> {
  const channel = HookChannel.safeParse(connection.channel);
  if (!channel.success) return { state: 'not-checked' };
  const { bases, fetch } = deps;
  try {
    const secret = await deps.freshSecretOf(connection.id);
    const hookUrl = deps.hookUrl(channel.data, connection.id);
    const now = () => Date.parse(deps.now());
    return await checkers[channel.data]({ connection, secret, bases, fetch, hookUrl, now });
  } catch (error) {
    log.error('deliver.check.threw', { connectionId: connection.id }, error);
    return { state: 'failing', error: error instanceof Error ? error.name : 'error' };
  }
}

/** Claimed like a message, so that a repeated job sends one test. */
async function test(deps: DeliverDeps, connection: Connection, job: ConnectionJob): Promise<Next> {
  const changing = { health: deps.healthStore, now: deps.now };
  const move = (state: ConnectionTest['state'], error?: string) =>
    changeHealth(changing, connection.id, (health, now) =>
      moved(health, job.requestedAt, { state, at: now, error: error?.slice(0, 500) }),
    );
  const claimed = await move('sending');
  if (!claimed?.test) return finished;
  const result = await sendTest(deps, connection, claimed.test);
  const isSent = result.kind === 'sent';
  await move(isSent ? 'sent' : 'failed', isSent ? undefined : result.error);
  log.info('deliver.connection.tested', { connectionId: connection.id, outcome: result.kind });
  return finished;
}

/** Undefined when this test was taken, ended, or replaced by a newer one. */
function moved(
  health: ConnectionHealth,
  requestedAt: string,
  to: Pick<ConnectionTest, 'state' | 'at' | 'error'>,
): ConnectionHealth | undefined {
  const { test: asked } = health;
  const from = to.state === 'sending' ? 'queued' : 'sending';
  if (asked?.requestedAt !== requestedAt || asked.state !== from) return undefined;
  return { ...health, test: { ...asked, ...to } };
}
