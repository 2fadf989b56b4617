import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import type { Outgoing, SendPorts } from '../../channels/outgoing.ts';
import { bodyOf } from '../../storage/message-body.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { fileOf, portsFor } from './ports.ts';

/** What an answer quotes is the customer's newest message, and that is among these. */
const recentEntries = 50;

export type Loaded = {
  readonly outgoing: Outgoing;
  readonly ports: SendPorts;
  /** The newest entries of its ticket. */
  readonly entries: readonly TimelineEntry[];
};

/**
 * All that sending needs, read before the message is claimed: what fails here has sent nothing and is simply tried
 * again. Undefined when the connection is gone.
 */
export async function loadOutgoing(
  deps: DeliverDeps,
  message: Message,
): Promise<Loaded | undefined> {
  const [desk, recent] = await Promise.all([
    deps.desk(),
    deps.tickets.loadWithTimeline(message.ticketId, { limit: recentEntries }),
  ]);
  if (!recent) throw new Error(`${message.ticketId} has a message and does not exist`);
  const connection = desk.connections.find(({ id }) => id === message.connectionId);
  if (!connection) return undefined;
  const body = await bodyOf(deps.files, message);
  if (!body) throw new Error(`the body of ${message.id} is missing`);
  const files = new Map(
    await Promise.all(
      message.attachments.map(async ({ key }) => [key, await fileOf(deps, key)] as const),
    ),
  );
  return {
    outgoing: {
      ticket: asAnsweredBy(recent.ticket, message),
      message: { ...message, ...body },
      answered: answeredBy(message, recent.entries),
      connection,
      desk,
    },
    entries: recent.entries,
    ports: {
      ...portsFor(deps, await deps.secretOf(connection.id)),
      file: async (key) => files.get(key) ?? fileOf(deps, key),
    },
  };
}

/** Senders answer to the ticket's address; a message keeps its own, whichever way the ticket goes meanwhile. */
const asAnsweredBy = (ticket: Ticket, { address, cc = [] }: Message): Ticket =>
  address === undefined ? ticket : { ...ticket, replyTo: { address, cc } };

/** The customer's newest words before ours; a third party's are never quoted to the customer. */
function answeredBy(message: Message, entries: readonly TimelineEntry[]): Message | undefined {
  const found = entries.findLast(
    (entry) =>
      entry.type === 'message' &&
      entry.kind === 'customer' &&
      entry.occurredAt <= message.occurredAt,
  );
  return found?.type === 'message' ? found : undefined;
}
