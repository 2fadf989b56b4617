import type { RoutingRules } from '../../schemas/routing.ts';
import { defaultAlerts } from '../desk/defaults/alerts.ts';
import { defaultClassifier } from '../desk/defaults/classifier.ts';
import { defaultLines } from '../desk/defaults/lines.ts';
import { defaultTiers } from '../desk/defaults/tiers.ts';
import { defaultCalendars, defaultPromises } from '../desk/promises/defaults.ts';
import type { DeskLists, DeskStore } from '../desk/settings-stores.ts';
import { describedTopics } from './desk-topics.ts';

/** A new desk sorts by its topics' words alone. */
const noRules = { mode: 'first', rules: [] } as const satisfies RoutingRules;

/** What is fixed at deploy: which topics exist, and the zone in which default hours are meant. */
export type Deployed = { readonly topics: readonly string[]; readonly timeZone: string };

/** All lists as last edited, else as a new desk has them. One BatchGet. */
export const loadLists = async (
  desk: Pick<DeskStore, 'loadAll'>,
  deployed: Deployed,
): Promise<DeskLists> => {
  const stored = await desk.loadAll();
  return {
    topics: describedTopics(stored.topics?.items, deployed.topics),
    lines: stored.lines?.items ?? defaultLines,
    calendars: stored.calendars?.items ?? defaultCalendars(deployed.timeZone),
    promises: stored.promises?.items ?? defaultPromises,
    blocked: stored.blocked?.items ?? [],
    routing: stored.routing?.items ?? noRules,
    tiers: stored.tiers?.items ?? defaultTiers,
    peaks: stored.peaks?.items ?? [],
    alerts: stored.alerts?.items ?? defaultAlerts,
    roles: stored.roles?.items ?? [],
    classifier: stored.classifier?.items ?? defaultClassifier,
  };
};
