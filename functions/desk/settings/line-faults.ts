import type { Agent } from '../../../schemas/agent.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { TierPolicy } from '../../../schemas/tier.ts';
import { faultAt, type ListFault, missing, twice, unnamed, without } from './fault.ts';
import type { Desk } from './list-faults.ts';

/** What lines name, and what names lines. */
type Beside = Desk & {
  readonly agents: readonly Pick<Agent, 'id'>[];
  readonly tiers: readonly TierPolicy[];
};

/** The lines through which a hard case of the first would come back to it. */
const circleOf = (first: Line, lines: readonly Line[]): readonly Line[] => {
  const path = [first];
  for (const _ of lines) {
    const last = path.at(-1);
    const next = lines.find(({ id }) => id === last?.escalatesTo);
    if (!next) return [];
    path.push(next);
    if (next === first) return path;
  }
  return [];
};

const referenceFaults = (line: Line, at: string, lines: readonly Line[]): readonly ListFault[] => {
  const circle = circleOf(line, lines);
  const isItself = line.escalatesTo === line.id;
  return [
    ...missing(lines, [`${at}.overflowTo`, 'no-line', line.overflowTo]),
    ...missing(lines, [`${at}.escalatesTo`, 'no-line', line.escalatesTo]),
    ...(line.overflowTo === line.id ? [faultAt(`${at}.overflowTo`, 'to-itself')] : []),
    ...(isItself ? [faultAt(`${at}.escalatesTo`, 'to-itself')] : []),
    ...(circle.length > 0 && !isItself
      ? [
          faultAt(`${at}.escalatesTo`, 'in-a-circle', {
            lines: circle.map(({ name }) => name.en).join(' → '),
          }),
        ]
      : []),
  ];
};

/** A topic that is no longer deployed does no harm where it stands already. */
const skillFaults = (line: Line, at: string, desk: Beside): readonly ListFault[] => {
  const before = desk.lines.find(({ id }) => id === line.id)?.skills?.topics ?? {};
  return Object.keys(line.skills?.topics ?? {})
    .filter((topic) => !desk.deployedTopics.includes(topic) && !(topic in before))
    .map((id) => faultAt(`${at}.skills.topics.${id}`, 'no-topic', { id }));
};

export const lineFaults = (lines: readonly Line[], desk: Beside): readonly ListFault[] => [
  ...(lines.length === 0 ? [faultAt('', 'no-lines')] : []),
  ...twice(lines),
  ...lines.flatMap((line, index) => [
    ...unnamed(`${index}.name`, line.name),
    ...missing(desk.calendars, [`${index}.calendarId`, 'no-calendar', line.calendarId]),
    ...referenceFaults(line, String(index), lines),
    ...skillFaults(line, String(index), desk),
    ...(line.onCall ?? []).flatMap((id, place) =>
      missing(desk.agents, [`${index}.onCall.${place}`, 'no-person', id]),
    ),
  ]),
  ...without(desk.lines, lines, (line) => [
    ...desk.topics
      .filter((topic) => topic.line === line)
      .map(({ id }) => ({ kind: 'topic', by: id })),
    ...desk.promises
      .filter(({ conditions }) => conditions.lines?.includes(line))
      .map(({ name }) => ({ kind: 'promise', by: name })),
    ...desk.tiers
      .filter(({ manager }) => Object.values(manager ?? {}).some((one) => one.line === line))
      .map(({ name }) => ({ kind: 'tier', by: name.en })),
  ]),
];
