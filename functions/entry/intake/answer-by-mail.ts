import type { Agent } from '../../../schemas/agent.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { maySee, permissionsOf } from '../../desk/access.ts';
import type { TicketChange } from '../../desk/change.ts';
import { ticketIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { Problem } from '../../desk/problem.ts';
import { readAnswer, seenOf } from '../../desk/tickets/by-mail.ts';
import { visibleText } from '../../desk/tickets/message.ts';
import { note, noteIdOf } from '../../desk/tickets/note.ts';
import { reply, replyIdOf } from '../../desk/tickets/reply.ts';
import { isForAgent } from '../../mail/threading/agent-address.ts';
import { log } from '../../observe/log.ts';
import { withStoredBody } from '../../storage/message-body.ts';
import { rolesFor } from '../roles-for.ts';
import { recentTimeline } from '../whole-timeline.ts';
import type { IntakeDeps } from './intake-deps.ts';

type Deps = Pick<IntakeDeps, 'tickets' | 'agents' | 'desk' | 'files' | 'bookOf' | 'our' | 'now'>;

const triesMax = 10;

/** An agent's right to a ticket, proven by signature of the mail and code of the address. */
type Proven = { readonly agent: Agent; readonly ticketId: string; readonly seen: string };

/**
 * Puts an agent's answer to a notification on its ticket: as their reply, which the outbox sends, or as a note.
 * Anybody else's mail to such an address is a stranger's and goes the usual way (false).
 */
export async function answerByMail(deps: Deps, inbound: Inbound): Promise<boolean> {
  const proven = await provenBy(deps, inbound);
  if (!proven) return false;
  const { ticketId, agent } = proven;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const ticket = await deps.tickets.load(ticketId);
    if (!ticket || !maySee(agent, ticket)) return false;
    const recent = await recentTimeline(deps.tickets, ticketId);
    if (isThere(recent, proven, inbound.idempotencyKey)) return true;
    const { change, kind } = await changeFor(deps, { ticket, inbound, proven });
    if ((await deps.tickets.save(change)) === 'saved') {
      log.info('intake.agent.answered', { ticketId, agentId: agent.id, kind });
      return true;
    }
  }
  throw new Error(`${ticketId} changed at every try`);
}

async function provenBy(
  { agents, desk, our }: Deps,
  { kind, signedFrom, agentTokens = [] }: Inbound,
): Promise<Proven | undefined> {
  if (kind !== 'customer' || agentTokens.length === 0) return undefined;
  const agent = signedFrom ? await agents.findByEmail(signedFrom) : undefined;
  const { secrets } = await our();
  const token = agent && agentTokens.find((each) => isForAgent(each, agent.id, secrets));
  if (!agent || !token || !(await mayWork(desk, agent))) {
    log.warn('intake.agent.unproven', { agentId: agent?.id });
    return undefined;
  }
  return { agent, ticketId: ticketIdOf(Number(token.ticketNumber)), seen: token.seen };
}

const mayWork = async (desk: Deps['desk'], agent: Agent): Promise<boolean> =>
  permissionsOf(agent, await rolesFor(desk, agent)).includes('tickets.work');

/** The mail was taken before: ids are made of its key. */
function isThere(
  recent: readonly TimelineEntry[],
  { agent, ticketId }: Proven,
  key: string,
): boolean {
  const ids = [replyIdOf(ticketId, agent.id, key), noteIdOf(ticketId, agent.id, key)];
  return recent.some(({ id }) => ids.includes(id));
}

type Answering = { readonly ticket: Ticket; readonly inbound: Inbound; readonly proven: Proven };

async function changeFor(
  deps: Deps,
  { ticket, inbound, proven: { agent, seen } }: Answering,
): Promise<{ readonly change: TicketChange; readonly kind: 'reply' | 'note' }> {
  const answer = readAnswer(visibleText(inbound));
  const now = deps.now();
  // Pictures of a signature are no files for the customer.
  const attachments = inbound.attachments.filter(({ inline }) => !inline);
  const common = { ticket, by: agent, clientId: inbound.idempotencyKey, now };
  const asNote = (text: string) => ({
    change: note({ ...common, text: text.slice(0, 20_000), attachments: attachments.slice(0, 20) })
      .change,
    kind: 'note' as const,
  });
  const unsent = (because: string) => asNote(`[${because}]\n\n${answer.text}`);
  if (answer.because === 'empty') return unsent('Came by mail without words.');
  if (answer.because) return unsent('Came by mail and was not sent: it quotes the notification.');
  if (answer.kind === 'note') return asNote(answer.text || '-');
  try {
    const { change, message } = reply({
      ...common,
      text: answer.text,
      // The agent answered the notification, not the newest message: one that came in between keeps the ticket open.
      answersId: ticket.lastPublicId,
      statusAfter: seenOf(ticket.lastPublicId) === seen ? 'waiting' : 'open',
      attachments,
      book: await deps.bookOf(ticket),
    });
    const stored = await withStoredBody(deps.files, { ...message, rawKey: inbound.rawKey });
    const entries = change.entries.map((entry) => (entry === message ? stored : entry));
    return { change: { ...change, entries }, kind: 'reply' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return unsent(`Came by mail and was not sent: ${error.message}`);
  }
}
