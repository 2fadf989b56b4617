import { expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example', role: 'super-admin' });
const ivan = aStoredAgent({ id: 'agt_ivan', email: 'ivan@desk.example', role: 'operator' });

test('whose access ends gives back what they work on, and keeps what waits for the customer', async () => {
  const api = anApi([olga, ivan]);
  const put = (number: number, over: Parameters<typeof aTicket>[0]) =>
    api.tickets.put(aTicket({ id: `tkt_${number}`, number, assigneeId: ivan.id, ...over }), []);
  put(1, { status: 'open' });
  put(2, { status: 'open' });
  put(3, { status: 'waiting' });

  const answer = await api.send({
    method: 'PATCH',
    path: `/api/agents/${ivan.id}`,
    claims: claimsFor(olga),
    body: { active: false, version: ivan.version },
  });

  expect(answer.status).toBe(200);
  const holders = await Promise.all(
    [1, 2, 3].map(async (number) => (await api.tickets.load(`tkt_${number}`))?.assigneeId),
  );
  expect(holders).toEqual([undefined, undefined, ivan.id]);
});
