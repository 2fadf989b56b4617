import { isDeepStrictEqual } from 'node:util';
import type * as endpoints from '../../../../schemas/api/routing.ts';
import { maySee } from '../../../desk/access.ts';
import {
  type RoutedMessage,
  type RuleBook,
  routeMessage,
} from '../../../desk/routing/route-message.ts';
import { sampleOfOpened } from '../../../desk/routing/sample-of.ts';
import type { Opened } from '../../../desk/stores.ts';
import { loadBook } from '../../rule-book.ts';
import type { UseCase } from '../types.ts';
import { learnedIn, topicOf, written } from './try-routing.ts';

const listedMost = 200;

type Compared = {
  readonly opened: Opened;
  readonly before: RoutedMessage;
  readonly after: RoutedMessage;
};

/** Both sets of rules on what came in: nothing is saved, nothing is moved. */
export const runRouting: UseCase<typeof endpoints.runRouting> =
  (deps) =>
  async ({ body: { rules, count } }, by) => {
    const [desk, newest] = await Promise.all([
      loadBook(deps.desk, deps.settings, deps.models),
      deps.archive.newest(count),
    ]);
    const changed = { ...(await written(rules)), ...learnedIn(desk.book) };
    const route = (book: RuleBook, { ticket, first }: Opened) =>
      routeMessage({
        book,
        sample: sampleOfOpened(ticket, first),
        topics: desk.topics,
        connectionTopic: topicOf(deps, first.connectionId),
      });
    const compared = newest
      .filter(({ ticket }) => maySee(by, ticket))
      .map((opened) => ({
        opened,
        before: route(desk.book, opened),
        after: route(changed, opened),
      }));
    const moved = compared.filter(isMoved);
    return {
      looked: compared.length,
      moved: moved.slice(0, listedMost).map(({ opened: { ticket }, before, after }) => ({
        ticketId: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        from: before.topic,
        to: after.topic,
        reason: after.reason,
        actions: after.actions,
      })),
      movedCount: moved.length,
      topics: desk.topics.map(({ id }) => ({
        topic: id,
        before: compared.filter(({ before }) => before.topic === id).length,
        after: compared.filter(({ after }) => after.topic === id).length,
      })),
    };
  };

const isMoved = ({ before, after }: Compared): boolean =>
  before.topic !== after.topic || !isDeepStrictEqual(before.actions, after.actions);
