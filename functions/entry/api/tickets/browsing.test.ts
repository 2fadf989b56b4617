import { expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const mary = aStoredAgent({ id: 'agt_mary', email: 'mary@desk.example', role: 'admin' });
const ann = aStoredAgent({
  id: 'agt_anna',
  email: 'ann@desk.example',
  role: 'operator',
  scope: { topics: ['payouts'] },
});

const anApiWith = () => {
  const api = anApi([mary, ann]);
  const put = (number: number, over: Parameters<typeof aTicket>[0]) =>
    api.tickets.put(
      aTicket({ id: `tkt_${number}`, number, customerId: `cus_${'a'.repeat(16)}`, ...over }),
      [],
    );
  put(1, { topic: 'payouts', channel: 'mail', connectionId: 'support', language: 'en' });
  put(2, { topic: 'payouts', channel: 'telegram', connectionId: 'bot', assigneeId: ann.id });
  put(3, { topic: 'bug', channel: 'telegram', connectionId: 'bot', language: 'ru', tier: 'vip' });
  put(4, { topic: 'bug', channel: 'telegram', connectionId: 'other-bot', assigneeId: ann.id });
  put(5, { topic: 'bug', channel: 'mail', connectionId: 'support', status: 'closed' });
  return api;
};
const seen = async (query: string, by = mary) => {
  const { status, body } = await anApiWith().send({
    method: 'GET',
    path: `/api/tickets/all?${query}`,
    claims: claimsFor(by),
  });
  const { items = [], code } = body as { items?: { number: number }[]; code?: string };
  return status === 200 ? items.map(({ number }) => number).toSorted() : code;
};

test.each([
  ['', [1, 2, 3, 4]],
  ['channel=telegram', [2, 3, 4]],
  ['connection=bot', [2, 3]],
  ['topic=bug', [3, 4]],
  ['assignee=nobody', [1, 3]],
  [`assignee=${ann.id}`, [2, 4]],
  [`assignee=${ann.id}&topic=bug&channel=telegram`, [4]],
  ['language=ru&tier=vip', [3]],
  ['group=closed', [5]],
])('"%s" shows %j', async (query, numbers) => {
  expect(await seen(query)).toEqual(numbers);
});

test('nobody sees by a view what lies outside their scope', async () => {
  expect(await seen('', ann)).toEqual([1, 2]);
  expect(await seen(`assignee=${ann.id}`, ann)).toEqual([2]);
  expect(await seen('topic=bug', ann)).toBe('topic.out-of-scope');
});
