import { describe, expect, test } from 'vitest';
import { signatureFault } from '../../functions/channels/webhook/standard-webhooks.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import type { TicketEvent } from '../../schemas/timeline.ts';
import { aDeliverer, type TestDeliverer } from '../make/a-deliverer.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aTable, type TestTable } from './a-table.ts';
import { anAnswered } from './answered.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const receipt = { handle: 'r', receiveCount: 1 };

const breached = async (table: TestTable): Promise<Extract<OutboundJob, { kind: 'alert' }>> => {
  const { ticketId } = await anAnswered(table);
  const tickets = ticketStore(table);
  const ticket = await tickets.load(ticketId);
  if (!ticket) throw new Error('no ticket');
  const event: TicketEvent = {
    type: 'event',
    id: 'evt_0000000000000000000000cc',
    ticketId,
    kind: 'breached',
    by: { kind: 'robot', name: 'desk' },
    occurredAt: '2026-11-22T10:59:00.000Z',
    data: { clock: 'first-reply', dueAt: '2026-11-22T10:59:00.000Z', late: false },
  };
  await tickets.save({
    ticket: { ...ticket, assigneeId: undefined, version: ticket.version + 1 },
    expects: ticket.version,
    entries: [event],
  });
  return { kind: 'alert', ticketId, eventId: event.id, occurredAt: event.occurredAt };
};

const withPeople = async (table: TestTable): Promise<void> => {
  const agents = agentStore(table);
  const people = [
    anAgent({ id: 'agt_boss', email: 'boss@desk.example', role: 'super-admin' }),
    anAgent({ id: 'agt_lead', email: 'lead@desk.example', leads: ['other'], language: 'ru' }),
  ];
  for (const person of people) await agents.save({ ...person, subjects: [] }, 'new');
};

const toldTo = (deliverer: TestDeliverer) => deliverer.letters.flatMap(({ to }) => to);
const webhook = {
  url: 'https://hooks.example/alerts',
  secrets: async () => ({ secrets: [secret] }),
};
const appUrl = 'https://desk.example';

describe('a breach', () => {
  test('is told once to the topic’s lead, in their language and as a machine’s mail', async () => {
    const table = await aTable();
    await withPeople(table);
    const job = await breached(table);
    const deliverer = aDeliverer(table);

    await Promise.allSettled([1, 2, 3].map(() => handleOutbound(deliverer)(job, receipt)));

    expect(toldTo(deliverer)).toEqual(['lead@desk.example']);
    const raw = Buffer.from(deliverer.letters[0]?.raw ?? []).toString('latin1');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test('is told by a signed webhook too, and only that is repeated when it fails', async () => {
    const table = await aTable();
    await withPeople(table);
    const job = await breached(table);
    const answers = [new Response('', { status: 503 }), new Response(null, { status: 204 })];
    let headers = {};
    const deliverer = aDeliverer(table, { alerts: { appUrl, webhook } });
    const posting = {
      ...deliverer,
      fetch: async (_url: unknown, init?: RequestInit) => {
        headers = { ...(init?.headers as object) };
        deliverer.requests.push({ url: webhook.url, body: init?.body });
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

  test('reaches whoever runs the desk when the topic has no lead', async () => {
    const table = await aTable();
    await agentStore(table).save(
      {
        ...anAgent({ id: 'agt_boss', email: 'boss@desk.example', role: 'super-admin' }),
        subjects: [],
      },
      'new',
    );
    const deliverer = aDeliverer(table);

    await handleOutbound(deliverer)(await breached(table), receipt);

    expect(toldTo(deliverer)).toEqual(['boss@desk.example']);
    const raw = Buffer.from(deliverer.letters[0]?.raw ?? []).toString('latin1');
    expect(raw.replaceAll('=\r\n', '')).toContain('was due at 2026-11-22 10:59 UTC and');
  });
});
