import * as z from 'zod';
import type { ConnectionOf } from '../../../../schemas/connection.ts';
import type { Understood } from '../../channel.ts';
import { type HookInput, jsonOf } from '../../hook-delivery.ts';
import { Id, Members, optional } from '../fields.ts';
import { type Batch, codeOf, ignoring, together } from '../understood.ts';
import { MessagingEvent as EventShape, type MessagingEvent } from './event.ts';
import { understandEvent } from './understand-event.ts';

const Delivery = z.object({ object: z.string(), entry: Members });
const Entry = z.object({
  id: optional(Id),
  messaging: Members,
  standby: Members,
  changes: Members,
});
const Change = z.object({ field: z.string(), value: z.unknown() });

type Page = ConnectionOf<'messenger'> | ConnectionOf<'instagram'>;

/** Whose messages a channel understands: Messenger's pages, Instagram's accounts. */
export type Messaging = {
  readonly channel: Page['channel'];
  /** `object` of its deliveries. */
  readonly object: 'page' | 'instagram';
  /** Of somebody whose name nobody told. */
  readonly nameless: string;
};

const idOf = (page: Page): string => (page.channel === 'messenger' ? page.pageId : page.accountId);

/**
 * A delivery holds events of one or more pages, in `messaging`, in `standby` (another app holds the conversation) or
 * in `changes`. Those of a sibling connection are understood for it; those of pages that are not ours are counted.
 */
export const parseMessaging =
  (messaging: Messaging) =>
  async (input: HookInput): Promise<Understood> => {
    const { channel, object } = messaging;
    const delivery = Delivery.parse(jsonOf(input.body));
    if (delivery.object !== object) return ignoring(`${channel}.other-object`);
    return together(delivery.entry.map((entry) => understandEntry(entry, input, messaging)));
  };

function understandEntry(given: unknown, input: HookInput, messaging: Messaging): Batch {
  const { channel } = messaging;
  const { data: entry } = Entry.safeParse(given);
  if (!entry) return ignoring(`${channel}.entry-unreadable`);
  const read = (event: unknown, isStandby: boolean): Batch => {
    const { data } = EventShape.safeParse(event);
    if (!data) return ignoring(`${channel}.event-unreadable`);
    const page = pageOf(entry.id, data, input, messaging);
    if (!page) return ignoring(`${channel}.other-page`);
    const { receivedAt } = input;
    return understandEvent(data, {
      messaging,
      connection: page,
      ourId: idOf(page),
      receivedAt,
      isStandby,
    });
  };
  return together([
    ...entry.messaging.map((event) => read(event, false)),
    ...entry.standby.map((event) => read(event, true)),
    ...entry.changes.map((change) => readChange(change, channel, (event) => read(event, false))),
  ]);
}

/** The same events in another frame; other fields (comments, mentions) are no conversations. */
function readChange(given: unknown, channel: string, read: (event: unknown) => Batch): Batch {
  const { data: change } = Change.safeParse(given);
  if (!change) return ignoring(`${channel}.change-unreadable`);
  const { data: event } = EventShape.safeParse(change.value);
  if (event?.sender || event?.recipient) return read(change.value);
  return ignoring(`${channel}.field-${codeOf(change.field)}`);
}

/** By the entry, else by who takes part: some deliveries name the entry otherwise. */
function pageOf(
  entryId: string | undefined,
  { sender, recipient }: MessagingEvent,
  { connection, siblings = [] }: HookInput,
  { channel }: Messaging,
): Page | undefined {
  const pages = [connection, ...siblings].filter((one): one is Page => one.channel === channel);
  return [entryId, recipient?.id, sender?.id]
    .map((id) => pages.find((page) => idOf(page) === id))
    .find((page) => page !== undefined);
}
