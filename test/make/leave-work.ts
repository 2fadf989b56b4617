import { presenceStore } from '../../functions/dynamo/presence.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import type { Staff } from './staff.ts';
import { until } from './until.ts';

/** Somebody comes, is seen and goes; of somebody else's leaving the clock finishes what is left. */
export async function leaveWork({ desk, table, agents }: JourneyDesk, olga: Staff): Promise<void> {
  await olga.put('/api/presence/me', { state: 'busy', note: 'lunch' });
  await olga.get('/api/presence');
  await olga.put(`/api/presence/${agents['Ann']?.id}`, { state: 'off' });
  const presence = presenceStore(table);
  const agentId = agents['Bob']?.id ?? '';
  const since = new Date().toISOString();
  const leaving = { agentId, state: 'off', since, by: 'self', gives: true, version: 1 } as const;
  await presence.save(leaving, 0);
  await until('the clock finished what Bob began', async () => {
    await desk.invoke('clock', {});
    return !(await presence.load(agentId))?.gives;
  });
}
