import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { Reach } from '../../../../schemas/api/views.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../../schemas/timeline.ts';
import { asCustomer } from '../../../desk/customers/person.ts';
import { conflict, type Problem } from '../../../desk/problem.ts';
import { type Choice, chooseWay } from '../../../desk/reach/choose-way.ts';
import { atVersion } from '../../../desk/tickets/changed.ts';
import { reply, replyIdOf } from '../../../desk/tickets/reply.ts';
import { log } from '../../../observe/log.ts';
import { withStoredBody } from '../../../storage/message-body.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';
import { messageView } from '../views/entry-view.ts';
import { leadBack } from './lead-back.ts';
import { saveWithRetry } from './save-with-retry.ts';
import { reachIn } from './ways.ts';

/** Newest entries in which a repeated reply and what it missed are looked for. */
const recentEntries = 100;

/**
 * Saves an answer with its ticket in one transaction; the outbox sends it. The same `clientId` again, to the same
 * message or to the reply itself, answers with the reply already saved, however much happened since. A reply to what is
 * no longer the newest word is refused.
 */
export const replyToTicket: UseCase<typeof endpoints.replyToTicket> =
  (deps) =>
  async ({ params, body }, agent) => {
    const { ticketId } = params;
    const id = replyIdOf(ticketId, agent.id, body.clientId);
    const attachments = once(() =>
      deps.uploads.take(body.attachments, { owner: agent.id, folder: `files/${id}` }),
    );
    const { ticket, result } = await saveWithRetry(
      deps,
      { ticketId, by: agent },
      async (loaded) => {
        // A look at the timeline only when the ticket is not as the agent saw it; the usual reply needs none. Who answers
        // this very reply repeats it: it was saved, they were told otherwise, and looked again.
        if (loaded.ticket.lastPublicId !== body.answersId || body.answersId === id) {
          const recent = await recentOf(deps, ticketId);
          const saved = recent.filter(isMessage).find((message) => message.id === id);
          if (saved) return { result: saved };
          throw outdated(recent, body.answersId, loaded.ticket.lastPublicId);
        }
        const { text, answersId, clientId, statusAfter, template } = body;
        const way = await wayFor(deps, loaded.ticket, {
          via: body.via,
          template,
          attachments: await attachments(),
        });
        await leadBack(deps, loaded.ticket, way);
        const { change, message } = reply({
          ...loaded,
          text,
          answersId,
          clientId,
          statusAfter,
          template,
          way,
          by: agent,
          attachments: await attachments(),
        });
        const stored = atVersion(await withStoredBody(deps.files, message), change.ticket.version);
        const entries = change.entries.map((entry) => (entry.id === message.id ? stored : entry));
        return { change: { ...change, entries }, result: stored };
      },
    );
    log.info('ticket.reply.saved', { ticketId, messageId: id, agentId: agent.id });
    return { ticket, message: messageView(result) };
  };

/** The timeline is read only when the ticket itself does not say enough: another way, or none that is open. */
async function wayFor(deps: ApiDeps, ticket: Ticket, choice: Choice): Promise<Reach> {
  const person = await deps.customers.loadPerson(ticket.customerId);
  const customer = person && asCustomer(person);
  const ways = reachIn(deps, { ticket, customer, entries: [] });
  if (!choice.via && ways.reach.state === 'open') return chooseWay(ways, choice);
  const entries = await recentOf(deps, ticket.id);
  return chooseWay(reachIn(deps, { ticket, customer, entries }), choice);
}

const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const isMessage = (entry: TimelineEntry): entry is Message => entry.type === 'message';

const recentOf = async (
  { tickets }: Pick<ApiDeps, 'tickets'>,
  ticketId: string,
): Promise<readonly TimelineEntry[]> =>
  (await tickets.loadWithTimeline(ticketId, { limit: recentEntries }))?.entries ?? [];

/** What people say to each other; a robot's acknowledgement or bounce changes nothing that an answer stands on. */
const said: ReadonlySet<Message['kind']> = new Set(['customer', 'third-party', 'reply']);

/** Names what people said after the message that the agent answered. */
const outdated = (
  recent: readonly TimelineEntry[],
  answersId: string,
  newestId: string,
): Problem => {
  const messages = recent.filter(isMessage);
  const seen = messages.findIndex(({ id }) => id === answersId);
  const later = seen < 0 ? [] : messages.slice(seen + 1).filter(({ kind }) => said.has(kind));
  // A message that was written earlier and arrived late stands before the one answered.
  const changed = later.length > 0 ? later.map(({ id }) => id) : [newestId];
  return conflict(
    'reply.outdated',
    'Something was said since you opened this ticket. Read it, then send again.',
    { changed },
  );
};
