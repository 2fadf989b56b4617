import type { Alerting } from '../desk/alerts/alerting.ts';
import type { AgentStore } from '../desk/people-stores.ts';
import type { DeskStore } from '../desk/settings-stores.ts';
import { loadLists } from './desk-lists.ts';
import { remembered } from './remembered.ts';

/** People and settings may be so old when an alert is addressed. */
const memoryMilliseconds = 20_000;

type From = {
  readonly desk: Pick<DeskStore, 'loadAll'>;
  readonly agents: Pick<AgentStore, 'list'>;
  readonly settings: { readonly timeZone: string };
};

/** Who can be told of alerts: two reads in twenty seconds, however many fall due. */
export const newAlerting = ({
  desk,
  agents,
  settings: { timeZone },
}: From): (() => Promise<Alerting>) =>
  remembered(
    async () => {
      const [lists, people] = await Promise.all([
        // Which topics are deployed changes nobody's hours.
        loadLists(desk, { topics: [], timeZone }),
        agents.list(),
      ]);
      const { alerts: policy, lines, calendars } = lists;
      return { policy, agents: people, lines, calendars };
    },
    { milliseconds: memoryMilliseconds, now: Date.now },
  );
