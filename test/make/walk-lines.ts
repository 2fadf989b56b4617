import { defaultLines } from '../../functions/desk/defaults/lines.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import type { TicketSummary } from '../../schemas/ticket.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import type { Staff } from './staff.ts';
import { until } from './until.ts';

/**
 * The second line hands its work out: what waits there goes to the agent as soon as they are there, and is given back
 * when they leave.
 */
export async function walkLines({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  // Hours that are gone close nobody.
  const lines = defaultLines.map((line) =>
    line.id === 'second'
      ? {
          ...line,
          calendarId: 'always',
          work: 'push' as const,
          absence: { gives: 'back' as const, when: 'at-once' as const },
        }
      : line,
  );
  const stored = await deskStore(table).load('lines');
  await deskStore(table).save('lines', lines, stored?.version ?? 0);
  await olga.put('/api/presence/me', { state: 'available' });
  await until('the backlog to be handed out', async () => {
    await desk.invoke('clock', {});
    const { body } = await olga.get<{ items: TicketSummary[] }>('/api/tickets/mine');
    return body.items.some(({ line }) => line === 'second');
  });
  await olga.put('/api/presence/me', { state: 'away' });
  await desk.invoke('clock', {});
}
