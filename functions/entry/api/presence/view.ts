import type { Agent } from '../../../../schemas/agent.ts';
import type { PresenceView } from '../../../../schemas/api/presence.ts';
import type { AgentLoad, Presence } from '../../../../schemas/presence.ts';
import { takenToday } from '../../../desk/presence/loads.ts';
import { shiftOf } from '../../../desk/presence/shift.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';

type Viewed = {
  readonly agent: Agent;
  readonly presence: Presence | undefined;
  readonly load: AgentLoad | undefined;
  readonly desk: Pick<DeskLists, 'lines' | 'calendars'>;
  readonly now: string;
};

/** One colleague as the team sees them. Who never said anything is off since they came. */
export const viewOf = ({ agent, presence, load, desk, now }: Viewed): PresenceView => {
  const { isOn, changesAt } = shiftOf({ agent, ...desk, since: now, now });
  const { state, since, by, until, note, seenAt } = presence ?? neverSaid(agent);
  return {
    agentId: agent.id,
    name: agent.name,
    lines: agent.lines,
    state,
    since,
    by,
    ...(until !== undefined && { until }),
    ...(note !== undefined && { note }),
    ...(seenAt !== undefined && { seenAt }),
    isOnShift: isOn,
    ...(changesAt !== undefined && { shiftChangesAt: changesAt }),
    load: {
      tickets: load?.tickets ?? 0,
      chats: load?.chats ?? 0,
      taken: takenToday(load, now),
      day: now.slice(0, 10),
    },
  };
};

const neverSaid = ({ id, createdAt }: Agent): Presence => ({
  agentId: id,
  state: 'off',
  since: createdAt,
  by: 'self',
  version: 0,
});
