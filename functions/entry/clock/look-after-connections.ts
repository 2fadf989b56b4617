import { isCheckDue, unknownHealth } from '../../desk/health/rules.ts';
import { needsHelp } from '../../desk/health/states.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import type { ClockDeps } from './clock-deps.ts';

type Deps = Pick<ClockDeps, 'health' | 'connections' | 'now'>;

/**
 * Asks for the checks that are due and counts the connections that need somebody. A connection that is new begins its
 * record here. Of two clocks at once the second finds the record changed and leaves it.
 */
export async function lookAfterConnections({ health, connections, now }: Deps): Promise<void> {
  const known = new Map((await health.list()).map((one) => [one.health.connectionId, one]));
  let failing = 0;
  for (const { id } of connections) {
    const found = known.get(id);
    if (!found) {
      await health.save(unknownHealth(id, now()), 0);
      continue;
    }
    if (needsHelp(found.health.state)) failing += 1;
    if (!isCheckDue(found.health, now())) continue;
    await health.save({ ...found.health, requestedAt: now() }, found.revision);
    log.info('clock.connection.check', { connectionId: id });
  }
  metric({ name: 'ConnectionsFailing', value: failing });
}
