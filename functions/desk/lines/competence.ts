import type { Agent } from '../../../schemas/agent.ts';
import type { Line, Skills, Topic } from '../../../schemas/desk.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { maySee } from '../access.ts';
import { ordinaryTier } from '../routing/sample-of.ts';

/** What a line's or a person's competence is asked about. */
export type Asked = Pick<Ticket, 'topic' | 'channel'> &
  Partial<Pick<Ticket, 'line' | 'language' | 'tier'>>;

const has = (skills: Readonly<Record<string, number | undefined>>, value: string, needs = 1) =>
  (skills[value] ?? 0) >= needs;

/**
 * Whether skills cover a ticket: of each kind that is given the ticket's value must be there, of topics as well as the
 * topic needs. A language nobody recognized is no reason to refuse.
 */
const cover = (skills: Skills, asked: Asked, needs: number): boolean =>
  (!skills.topics || has(skills.topics, asked.topic, needs)) &&
  (!skills.languages || asked.language === undefined || has(skills.languages, asked.language)) &&
  (!skills.tiers || has(skills.tiers, asked.tier ?? ordinaryTier)) &&
  (!skills.channels || has(skills.channels, asked.channel));

/** A line without skills answers exactly the topics that name it. */
export const isCompetent = (line: Line, asked: Asked, topics: readonly Topic[]): boolean => {
  const topic = topics.find(({ id }) => id === asked.topic);
  return line.skills ? cover(line.skills, asked, topic?.needs ?? 1) : topic?.line === line.id;
};

/** Somebody without lines serves all of them. */
export const isOfLine = ({ lines }: Pick<Agent, 'lines'>, lineId: string): boolean =>
  lines.length === 0 || lines.includes(lineId);

/** Whether a person may and can answer a ticket that lies on a line: their own skills narrow the line's. */
export const canServe = (
  agent: Agent,
  asked: Asked & { readonly line: string },
  topics: readonly Topic[],
): boolean =>
  agent.active &&
  isOfLine(agent, asked.line) &&
  maySee(agent, asked) &&
  (!agent.skills ||
    cover(agent.skills, asked, topics.find(({ id }) => id === asked.topic)?.needs ?? 1));
