import type { ConnectionView } from '../../schemas/api/connections.ts';
import type { Staff } from './staff.ts';
import { until } from './until.ts';

/** Has every connection checked that can be, and a test sent by mail. */
export async function checkConnections(admin: Staff): Promise<void> {
  const list = async () =>
    (await admin.get<{ connections: ConnectionView[] }>('/api/connections')).body.connections;
  const checked = (await list()).filter(({ canCheck }) => canCheck).map(({ id }) => id);
  for (const id of checked) await admin.post(`/api/connections/${id}/check`, {});
  await admin.post('/api/connections/support/test', {});
  await until('every check and the test', async () => {
    const views = await list();
    return (
      checked.every((id) => views.find((one) => one.id === id)?.health.checkedAt) &&
      views.some(({ health }) => health.test?.state === 'sent')
    );
  });
}
