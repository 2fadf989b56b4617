import type * as endpoints from '../../../../schemas/api/connections.ts';
import type { UseCase } from '../types.ts';
import { connectionView } from './view.ts';

/** Every connection of the settings in their order; one query for all that is known of them. */
export const listConnections: UseCase<typeof endpoints.listConnections> = (deps) => async () => {
  const known = await deps.health.list();
  return {
    connections: deps.settings.connections.map((connection) => {
      const found = known.find(({ health }) => health.connectionId === connection.id);
      return connectionView(deps, connection, found?.health);
    }),
  };
};
