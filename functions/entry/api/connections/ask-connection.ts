import type * as endpoints from '../../../../schemas/api/connections.ts';
import type { ConnectionHealth } from '../../../../schemas/connection-health.ts';
import { invalid, missing, Problem } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import { changeHealth } from '../../connection-health.ts';
import type { NamedConnection } from '../../desk-variable.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { connectionView } from './view.ts';

/** Writes the wish on the connection's health; relay hands it to deliver, which alone talks to providers. */
export const checkConnection: UseCase<typeof endpoints.checkConnection> =
  (deps) =>
  async ({ params }, agent) => {
    const connection = connectionOf(deps, params.connectionId);
    const health = await ask(deps, connection, (known, now) => ({ ...known, requestedAt: now }));
    log.info('connection.check.asked', { connectionId: connection.id, agentId: agent.id });
    return { connection: connectionView(deps, connection, health) };
  };

/** A test that is still on its way is not overtaken by another. */
const testSeconds = 120;

export const testConnection: UseCase<typeof endpoints.testConnection> =
  (deps) =>
  async ({ params, body }, agent) => {
    const connection = connectionOf(deps, params.connectionId);
    const { test } = connectionView(deps, connection);
    if (test === 'none')
      throw invalid('connection.no-test', 'Nothing can be sent through this connection by itself.');
    const address = body.address ?? (test === 'mail' ? agent.email : undefined);
    if (address === undefined)
      throw invalid('connection.no-address', 'Say where the test should go.', {
        errors: [{ path: 'address', message: 'a number or chat of this channel' }],
      });
    const health = await ask(deps, connection, (known, now) => {
      if (isRunning(known.test, now))
        throw new Problem('conflict', 'connection.test-runs', 'A test is on its way already.');
      const asked = { address, by: agent.name, state: 'queued' as const };
      return { ...known, test: { ...asked, requestedAt: now, at: now } };
    });
    log.info('connection.test.asked', { connectionId: connection.id, agentId: agent.id });
    return { connection: connectionView(deps, connection, health) };
  };

const isRunning = (test: ConnectionHealth['test'], now: string): boolean =>
  (test?.state === 'queued' || test?.state === 'sending') &&
  Date.parse(now) - Date.parse(test.at) < testSeconds * 1000;

const connectionOf = ({ settings }: ApiDeps, connectionId: string): NamedConnection => {
  const found = settings.connections.find(({ id }) => id === connectionId);
  if (!found) throw missing('connection.missing', `There is no connection ${connectionId}.`);
  return found;
};

const ask = (
  { health, now }: ApiDeps,
  { id }: NamedConnection,
  rule: (health: ConnectionHealth, now: string) => ConnectionHealth,
) => changeHealth({ health, now }, id, rule);
