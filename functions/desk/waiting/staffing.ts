import type { Agent } from '../../../schemas/agent.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import type { Hours } from '../calendars/business-time.ts';
import { openSpans, type Span, secondsWithin, united, without } from '../calendars/spans.ts';
import { canServe } from '../lines/competence.ts';
import { hoursOfAgent } from '../lines/hours.ts';
import { capacityOf } from '../lines/workload.ts';
import { takenToday } from '../presence/loads.ts';
import { isoOf, secondsOf } from '../promises/instance-of.ts';
import type { DeskLists } from '../settings-stores.ts';
import { horizonSeconds, type Team } from './forward.ts';
import { usualPerHour } from './pace.ts';

export type StaffingDesk = Pick<DeskLists, 'topics' | 'lines' | 'calendars'>;

type Known = {
  readonly agents: readonly Agent[];
  readonly presences: readonly Presence[];
  readonly loads: readonly AgentLoad[];
  readonly desk: StaffingDesk;
  /** Where a topic's work lies now. */
  readonly lineOf: (topic: string) => string | undefined;
  /** Epoch seconds. */
  readonly now: number;
};

export type Staffing = {
  readonly teams: readonly Team[];
  /** People there now. */
  readonly people: number;
  /** Of them those who have a ticket. */
  readonly inHand: number;
  /** Hours of work that the plan had for today so far (UTC), together. */
  readonly hoursToday: number;
  /** Tickets taken in them. */
  readonly takenToday: number;
  /** Epoch seconds: who works later than that is not planned. */
  readonly knownUntil: number;
};

const hour = 3600;
const daySeconds = 86_400;
/** Whoever is there without a shift stays so long after they came. */
const workdaySeconds = 8 * hour;

type Work = Span & { readonly people: number };

/**
 * Who works when, from today's first hour to a week ahead. By their shift, which presence corrects now: away and off
 * are not there until they said or until the shift ends, busy for an hour. Without a shift nobody knows when somebody comes: they count
 * while they say that they are there, and `knownUntil` says how far that carries. Somebody without lines counts while
 * they take tickets: admins may answer everything and seldom do.
 */
export const staffingOf = (known: Known): Staffing => {
  const { agents, loads, now, desk, lineOf } = known;
  const presences = new Map(known.presences.map((one) => [one.agentId, one]));
  const loadOf = new Map(loads.map((load) => [load.agentId, load]));
  const day = { from: Math.floor(now / daySeconds) * daySeconds, to: now };
  const served = desk.topics.flatMap(({ id: topic }) => {
    const line = lineOf(topic);
    return line === undefined ? [] : [{ topic, line, channel: 'mail' as const }];
  });
  const tookToday = (load: AgentLoad | undefined) => takenToday(load, isoOf(now));
  const hoursKnown = new Map<string, Rota>();
  const members = agents
    .map((agent) => ({ agent, presence: presences.get(agent.id), load: loadOf.get(agent.id) }))
    .filter(({ agent, presence, load }) => agent.active && doesAnswer(agent, presence, load, now))
    .map(({ agent, presence, load }) => {
      const key = `${agent.shiftId}|${agent.lines.join()}`;
      const rota =
        hoursKnown.get(key) ?? rotaOf(agent, desk, { from: day.from, to: now + horizonSeconds });
      hoursKnown.set(key, rota);
      return {
        topics: served.filter((asked) => canServe(agent, asked, desk.topics)).map(topicOf),
        work: withinMeasure(workOf(rota, presence, now), {
          left:
            (capacityOf(agent, undefined, desk.lines)?.perDay ?? Number.POSITIVE_INFINITY) -
            tookToday(load),
          now,
        }),
        isShift: rota.isShift,
        load,
      };
    });
  const isIn = (work: readonly Span[]) => work.some(({ from, to }) => from <= now && now < to);
  const there = members.filter(({ work }) => isIn(work));
  return {
    teams: asTeams(members),
    people: there.length,
    inHand: there.filter(({ load }) => (load?.tickets ?? 0) > 0).length,
    hoursToday: members.reduce((sum, { work }) => sum + secondsWithin(work, day), 0) / hour,
    takenToday: members.reduce((sum, { load }) => sum + tookToday(load), 0),
    knownUntil: Math.min(
      now + horizonSeconds,
      ...members.filter(({ isShift }) => !isShift).map(({ work }) => work.at(-1)?.to ?? now),
    ),
  };
};

const topicOf = ({ topic }: { readonly topic: string }) => topic;

const doesAnswer = (
  agent: Agent,
  presence: Presence | undefined,
  load: AgentLoad | undefined,
  now: number,
): boolean => agent.lines.length > 0 || isThere(presence) || takenToday(load, isoOf(now)) > 0;

const isThere = (presence: Presence | undefined) => presence?.state === 'available';

type Rota = { readonly spans: readonly Span[]; readonly isShift: boolean };

const rotaOf = (agent: Agent, desk: StaffingDesk, time: Span): Rota => {
  const hours: readonly Hours[] = hoursOfAgent(agent, desk);
  return {
    spans: united(hours.flatMap((one) => openSpans(one, time))),
    isShift: desk.calendars.some(({ id }) => id === agent.shiftId),
  };
};

const workOf = (rota: Rota, presence: Presence | undefined, now: number): readonly Span[] => {
  const running = rota.spans.find(({ from, to }) => from <= now && now < to);
  if (presence && isThere(presence) && !(rota.isShift && running)) {
    const until = presentUntil(presence, running, now);
    const here = { from: Math.min(now, secondsOf(presence.since)), to: until };
    return rota.isShift ? united([...rota.spans, here]) : [here];
  }
  if (!rota.isShift) return [];
  if (!presence || isThere(presence) || !running) return rota.spans;
  const { until, state } = presence;
  // Busy is a conversation that takes long, not the rest of the day.
  const back = until ? secondsOf(until) : state === 'busy' ? now + hour : running.to;
  return rota.spans.flatMap((span) => without(span, [{ from: now, to: Math.max(now, back) }]));
};

/** Without the rest of today (UTC) once somebody will have taken as many as their line plans for a day. */
const withinMeasure = (
  work: readonly Span[],
  { left, now }: { readonly left: number; readonly now: number },
): readonly Span[] => {
  const tomorrow = (Math.floor(now / daySeconds) + 1) * daySeconds;
  const enough = now + (Math.max(0, left) * hour) / usualPerHour;
  if (enough >= tomorrow) return work;
  return work.flatMap((span) => without(span, [{ from: enough, to: tomorrow }]));
};

/** Eight hours after they came, but not past closing; an hour at least, since they are here now. */
const presentUntil = ({ since }: Presence, running: Span | undefined, now: number): number =>
  Math.max(
    now + hour,
    Math.min(secondsOf(since) + workdaySeconds, running?.to ?? Number.POSITIVE_INFINITY),
  );

/** People who may take the same topics are one team, which makes playing them cheap. */
const asTeams = (
  members: readonly { readonly topics: readonly string[]; readonly work: readonly Span[] }[],
): readonly Team[] => {
  const teams = new Map<string, { topics: readonly string[]; shifts: Map<string, Work> }>();
  for (const { topics, work } of members) {
    const key = topics.join();
    const team = teams.get(key) ?? { topics, shifts: new Map<string, Work>() };
    teams.set(key, team);
    for (const one of work) {
      const span = `${one.from}|${one.to}`;
      team.shifts.set(span, { ...one, people: (team.shifts.get(span)?.people ?? 0) + 1 });
    }
  }
  return [...teams.values()].map(({ topics, shifts }) => ({
    topics,
    shifts: [...shifts.values()],
  }));
};
