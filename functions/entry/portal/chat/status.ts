import type { z } from 'zod';
import type * as endpoints from '../../../../schemas/api/chat.ts';
import type { ConnectionOf } from '../../../../schemas/connection.ts';
import type { Language } from '../../../../schemas/primitives.ts';
import type { Ticket } from '../../../../schemas/ticket.ts';
import { businessSeconds, isOpenAt, nextOpen } from '../../../desk/calendars/business-time.ts';
import { selectPromise } from '../../../desk/promises/select-promise.ts';
import type { DeskLists } from '../../../desk/settings-stores.ts';
import { textsFor } from '../../../desk/texts/texts.ts';
import { expectedReply } from '../../../desk/tickets/acknowledgement.ts';
import { waitOf } from '../../../desk/topics/waiting.ts';
import { loadLists } from '../../desk-lists.ts';
import type { PortalDeps } from '../portal-deps.ts';

type Status = z.input<typeof endpoints.readChat.output>['status'];

type Asking = {
  readonly connection: ConnectionOf<'chat'>;
  readonly ticket: Ticket | undefined;
  readonly language: Language | undefined;
};

/** Hours of the line that answers, the promise as a sentence, and the place in the queue while the visitor waits. */
export async function chatStatus(
  deps: Pick<PortalDeps, 'desk' | 'settings' | 'workList' | 'now'>,
  { connection, ticket, language }: Asking,
): Promise<Status> {
  const topic = ticket?.topic ?? connection.topic;
  const [lists, list] = await Promise.all([
    loadLists(deps.desk, deps.settings),
    deps.workList(topic),
  ]);
  const line = ticket?.line ?? lists.topics.find(({ id }) => id === topic)?.line;
  const hours = hoursOf(lists, line);
  const at = Math.floor(Date.parse(deps.now()) / 1000);
  const isOpen = isOpenAt(hours, at);
  const opensAt = isOpen ? undefined : nextOpen(hours, at);
  const promised = expectedReply({
    promise: selectPromise(lists.promises, {
      topic,
      channel: 'chat',
      tier: ticket?.tier,
      line,
      language,
    }),
    ...(ticket?.clocks?.use && { profile: ticket.clocks.use.profile }),
    priority: ticket?.priority ?? 'normal',
    calendars: lists.calendars,
  });
  const isTaken = ticket?.assigneeId !== undefined;
  const isWaiting = ticket?.waitingSince !== undefined && ticket.status === 'open' && !isTaken;
  const wait =
    isOpen && (isWaiting || !ticket?.waitingSince)
      ? waitOf({
          ...list,
          channel: 'chat',
          ...(isWaiting && { ticketId: ticket.id }),
          secondsSince: (instant) =>
            businessSeconds(hours, Math.floor(Date.parse(instant) / 1000), at),
        })
      : {};
  return {
    isOpen,
    ...(opensAt !== undefined && { opensAt: new Date(opensAt * 1000).toISOString() }),
    ...(promised && {
      promise: textsFor(language, deps.settings.language).expected(promised),
    }),
    ...(wait.minutes !== undefined && { waitMinutes: wait.minutes }),
    ...(wait.position !== undefined && { position: wait.position }),
    ...(wait.isFarBack && { isFarBack: true }),
  };
}

/** A line that nobody gave hours is there around the clock. */
const hoursOf = ({ lines, calendars }: DeskLists, line: string | undefined) =>
  calendars.find(({ id }) => id === lines.find((one) => one.id === line)?.calendarId) ?? '24x7';
