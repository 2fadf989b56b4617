import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import type { Outgoing, SendPorts } from '../../channels/outgoing.ts';
import { bodyOf } from '../../storage/message-body.ts';
import type { DeliverDeps } from './deliver-deps.ts';

/** What an answer quotes is the customer's newest message, and that is among these. */
const recentEntries = 50;

export type Loaded = { readonly outgoing: Outgoing; readonly ports: SendPorts };

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
      ticket: recent.ticket,
      message: { ...message, ...body },
      answered: answeredBy(message, recent.entries),
      connection,
      desk,
    },
    ports: {
      file: async (key) => files.get(key) ?? fileOf(deps, key),
      mail: deps.mail,
      fetch: deps.fetch,
      secret: await deps.secretOf(connection.id),
      bases: deps.bases,
      link: deps.link,
      hookUrl: (channel, connectionId) =>
        `${deps.alerts.appUrl.replace(/\/$/, '')}/hooks/${channel}/${connectionId}`,
      now: () => Date.parse(deps.now()),
    },
  };
}

async function fileOf({ files }: Pick<DeliverDeps, 'files'>, key: string): Promise<Uint8Array> {
  const bytes = await files.get(key);
  if (!bytes) throw new Error(`attachment ${key} is missing`);
  return bytes;
}

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
