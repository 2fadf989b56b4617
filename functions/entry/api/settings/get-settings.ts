import type * as endpoints from '../../../../schemas/api/settings.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';

/** One BatchGet. */
export const getSettings: UseCase<typeof endpoints.getSettings> =
  ({ desk, settings }) =>
  async () => {
    const stored = await desk.loadAll();
    const lists = await loadLists({ loadAll: async () => stored }, settings);
    const versionOf = (list: keyof typeof stored) => stored[list]?.version ?? 0;
    return {
      topics: { items: [...lists.topics], version: versionOf('topics') },
      lines: { items: [...lists.lines], version: versionOf('lines') },
      calendars: { items: [...lists.calendars], version: versionOf('calendars') },
      promises: { items: [...lists.promises], version: versionOf('promises') },
      routing: { items: lists.routing, version: versionOf('routing') },
      tiers: { items: [...lists.tiers], version: versionOf('tiers') },
      alerts: { items: lists.alerts, version: versionOf('alerts') },
      roles: { items: [...lists.roles], version: versionOf('roles') },
      classifier: { items: lists.classifier, version: versionOf('classifier') },
    };
  };
