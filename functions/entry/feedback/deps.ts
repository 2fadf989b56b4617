import { deskStore } from '../../dynamo/desk-lists.ts';
import { outboxStore } from '../../dynamo/outbox.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { newBookLoader } from '../book-loader.ts';
import type { FeedbackEnv } from './env.ts';
import type { FeedbackDeps } from './handle-mail-event.ts';

export function feedbackDeps(env: FeedbackEnv): FeedbackDeps {
  const table = openTable(env.TABLE_NAME);
  return {
    tickets: ticketStore(table),
    outbox: outboxStore(table),
    bookOf: newBookLoader(deskStore(table), env.DESK_SETTINGS),
    now: () => new Date().toISOString(),
  };
}
