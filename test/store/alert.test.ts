import { beforeAll, describe, expect, test } from 'vitest';
import { signatureFault } from '../../functions/channels/webhook/standard-webhooks.ts';
import { addressedData } from '../../functions/desk/alerts/addressed.ts';
import { defaultAlerts } from '../../functions/desk/defaults/alerts.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import { aDeliverer, type TestDeliverer } from '../make/a-deliverer.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { anAlertJob } from './an-alert-job.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const receipt = { handle: 'r', receiveCount: 1 };
const nobody = { screen: [], mail: [], places: [] } as const;

let table: TestTable;
beforeAll(async () => {
  table = await aTable();
  const people = [
    anAgent({ id: 'agt_boss', email: 'boss@desk.example', role: 'super-admin' }),
    anAgent({ id: 'agt_lead', email: 'lead@desk.example', leads: ['other'], language: 'ru' }),
    anAgent({ id: 'agt_gone', email: 'gone@desk.example', active: false }),
  ];
  for (const person of people) await agentStore(table).save({ ...person, subjects: [] }, 'new');
});

const toldTo = (deliverer: TestDeliverer) => deliverer.letters.flatMap(({ to }) => to);
const withWebhook = {
  webhookUrl: 'https://hooks.example/alerts',
  secret: async () => ({ secrets: [secret] }),
};
const alertAt = async (number: number, to: Parameters<typeof addressedData>[0]) =>
  anAlertJob(table, { number, data: addressedData(to) });

describe('a breach', () => {
  test('is told once to each it names, in their language and as a machine’s mail', async () => {
    const job = await alertAt(1, { ...nobody, mail: ['agt_lead', 'agt_gone', 'agt_none'] });
    const deliverer = aDeliverer(table);

    await Promise.allSettled([1, 2, 3].map(() => handleOutbound(deliverer)(job, receipt)));

    expect(toldTo(deliverer)).toEqual(['lead@desk.example']);
    const raw = Buffer.from(deliverer.letters[0]?.raw ?? []).toString('latin1');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test('says when it was due', async () => {
    const job = await alertAt(2, { ...nobody, mail: ['agt_boss'] });
    const deliverer = aDeliverer(table);

    await handleOutbound(deliverer)(job, receipt);

    const raw = Buffer.from(deliverer.letters[0]?.raw ?? []).toString('latin1');
    expect(raw.replaceAll('=\r\n', '')).toContain('was due at 2026-11-22 10:59 UTC and');
  });

  test('is told by a signed webhook too, and only that is repeated when it fails', async () => {
    const job = await alertAt(3, { ...nobody, mail: ['agt_boss'], places: ['webhook'] });
    const answers = [new Response('', { status: 503 }), new Response(null, { status: 204 })];
    let headers = {};
    const deliverer = aDeliverer(table, { alerts: withWebhook });
    const posting = {
      ...deliverer,
      fetch: async (_url: unknown, init?: RequestInit) => {
        headers = { ...(init?.headers as object) };
        deliverer.requests.push({ url: withWebhook.webhookUrl, body: init?.body });
        return answers.shift() ?? new Response('');
      },
    };

    await handleOutbound(posting)(job, receipt).catch(() => undefined);
    const later = { ...posting, now: () => '2026-11-22T11:05:00.000Z' };
    await handleOutbound(later)(job, { ...receipt, receiveCount: 2 });

    expect(toldTo(deliverer)).toHaveLength(1);
    expect(deliverer.requests).toHaveLength(2);
    const body = deliverer.requests[1]?.body as Uint8Array;
    const at = Date.parse('2026-11-22T11:05:00.000Z');
    expect(signatureFault({ headers, body }, [secret], at)).toBeUndefined();
    expect(JSON.parse(Buffer.from(body).toString())).toMatchObject({
      type: 'promise.breached',
      ticket: { id: job.ticketId },
    });
  });

  test('leaves out the webhook of a desk that has none', async () => {
    const job = await alertAt(4, { ...nobody, places: ['webhook'] });
    const deliverer = aDeliverer(table);

    await handleOutbound(deliverer)(job, receipt);

    expect(deliverer.requests).toEqual([]);
  });
});

describe('an alert to Slack', () => {
  const withSlack = {
    secret: async () => ({ slackUrl: 'https://hooks.slack.com/services/T0/B0/xyz' }),
  };
  const subject = 'a <b> & c | d';
  const slackJob = (number: number) =>
    anAlertJob(table, {
      number,
      data: addressedData({ ...nobody, places: ['slack'] }),
      ticket: { subject },
    });

  test('is one line that leads to the ticket, with what Slack reads as markup escaped', async () => {
    const deliverer = aDeliverer(table, { alerts: withSlack, answer: () => new Response('ok') });

    await handleOutbound(deliverer)(await slackJob(5), receipt);

    expect(deliverer.requests.map(({ url }) => url)).toEqual([
      'https://slack.example/services/T0/B0/xyz',
    ]);
    expect(JSON.parse(String(deliverer.requests[0]?.body)).text).toBe(
      '<https://desk.example/tickets/tkt_5|Late since 2026-11-22 10:59 UTC: ticket 5, other: a &lt;b&gt; &amp; c | d>',
    );
  });

  test('waits as long as Slack wants and is sent again', async () => {
    const job = await slackJob(6);
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': '40' } });
    const first = aDeliverer(table, { alerts: withSlack, answer: busy });
    const early = aDeliverer(table, { alerts: withSlack, now: () => '2026-11-22T11:00:39.000Z' });
    const due = aDeliverer(table, { alerts: withSlack, now: () => '2026-11-22T11:00:41.000Z' });

    await handleOutbound(first)(job, receipt).catch(() => undefined);
    for (const one of [early, due])
      await handleOutbound(one)(job, { ...receipt, receiveCount: 2 }).catch(() => undefined);

    expect(first.shownAgain).toEqual([41]);
    expect([early, due].map(({ requests }) => requests.length)).toEqual([0, 1]);
  });

  test.each([
    ['Slack refuses it', withSlack, () => new Response('no_service', { status: 404 }), 7],
    ['nobody put an address in', { secret: async () => ({}) }, undefined, 8],
    [
      'the address is not Slack’s',
      { secret: async () => ({ slackUrl: 'https://hooks.slack.com.example/x' }) },
      undefined,
      9,
    ],
  ])('is given up when %s', async (_, alerts, answer, number) => {
    const job = await slackJob(number);
    const deliverer = aDeliverer(table, { alerts, ...(answer && { answer }) });

    await handleOutbound(deliverer)(job, receipt);

    const again = { eventId: job.eventId, target: 'slack', now: '2027-01-01T00:00:00.000Z' };
    expect(await deliverer.alerts.store.claim({ ...again, staleSeconds: 1 })).toBe('finished');
  });
});

describe('an alert to Telegram', () => {
  test('goes through the bot of the connection that the policy names', async () => {
    const job = await alertAt(10, { ...nobody, places: ['telegram'] });
    const telegram = { connectionId: 'bot', chatId: '@desk_alerts' };
    const deliverer = aDeliverer(table, {
      alerts: { policy: async () => ({ ...defaultAlerts, telegram }) },
    });

    await handleOutbound(deliverer)(job, receipt);

    expect(deliverer.requests).toHaveLength(1);
    expect(JSON.parse(String(deliverer.requests[0]?.body))).toMatchObject({
      chat_id: '@desk_alerts',
      text: expect.stringContaining('Late since 2026-11-22 10:59 UTC: ticket 10'),
    });
  });

  test('is given up when the policy names none', async () => {
    const job = await alertAt(11, { ...nobody, places: ['telegram'] });
    const deliverer = aDeliverer(table);

    await handleOutbound(deliverer)(job, receipt);

    expect(deliverer.requests).toEqual([]);
  });
});

test('that robots were muted is told to the topic’s lead, though it names nobody', async () => {
  const job = await anAlertJob(table, { number: 12, kind: 'muted' });
  const deliverer = aDeliverer(table);

  await handleOutbound(deliverer)(job, receipt);

  expect(toldTo(deliverer)).toEqual(['lead@desk.example']);
});
