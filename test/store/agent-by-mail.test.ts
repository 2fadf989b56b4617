import { describe, expect, test } from 'vitest';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { agentAddress } from '../../functions/mail/threading/agent-address.ts';
import type { Agent } from '../../schemas/agent.ts';
import type { ReceivedMail } from '../../schemas/queue.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aMail, aNotification, anIntake, testSecret } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

const nina = anAgent({ id: 'agt_nina', name: 'Nina', email: 'nina@desk.example' });

type Written = {
  readonly body: string;
  readonly id?: string;
  readonly from?: string;
  readonly of?: Agent;
  readonly headers?: readonly string[];
  readonly receipt?: Partial<ReceivedMail['receipt']>;
};

/** A customer's ticket, and a way to write to it as an agent does who answers a notification. */
const aTicketToAnswer = async () => {
  const table = await aTable();
  await agentStore(table).save({ ...nina, subjects: [] }, 'new');
  const intake = anIntake(table, { now: () => '2026-11-22T10:30:00.000Z' });
  const take = async (key: string, raw: Buffer, receipt: Partial<ReceivedMail['receipt']> = {}) => {
    await intake.raw.put(key, raw, 'message/rfc822');
    await handleJob(intake)(aNotification(key, receipt), 1);
  };
  await take('m1', aMail({ subject: 'Where is it?' }));
  const ticketId = intake.jobs[0]?.ticketId ?? '';
  const tickets = ticketStore(table);
  const view = async () => {
    const found = await tickets.loadWithTimeline(ticketId, { limit: 50 });
    return found ?? expect.fail();
  };
  const { ticket } = await view();
  const answer = async ({
    body,
    id = 'a1@desk.example',
    from,
    of = nina,
    headers,
    receipt,
  }: Written) => {
    const bound = {
      ticketNumber: String(ticket.number),
      agentId: of.id,
      lastPublicId: ticket.lastPublicId,
    };
    const to = agentAddress('support@desk.example', bound, testSecret);
    const raw = aMail({
      id,
      from: from ?? 'Nina <nina@desk.example>',
      to,
      body,
      subject: 'Re: Due soon',
      headers,
    });
    await take(id, raw, { recipients: [to], ...receipt });
  };
  return { intake, view, answer, take };
};

const quoted =
  '\r\n\r\nOn Sun, 22 Nov 2026 at 10:00, Desk <support@desk.example> wrote:\r\n> Due soon';

describe('an agent’s answer to a notification', () => {
  test('is their reply to the customer, without the quoted notification', async () => {
    const { answer, view } = await aTicketToAnswer();

    await answer({ body: `It left today.${quoted}` });

    const { ticket, entries } = await view();
    expect(entries.at(-1)).toMatchObject({
      kind: 'reply',
      text: 'It left today.',
      author: { kind: 'agent', id: 'agt_nina' },
      address: 'ann@customer.example',
      delivery: { state: 'queued' },
    });
    expect(ticket).toMatchObject({ status: 'waiting', assigneeId: 'agt_nina' });
  });

  test('is theirs by whom the mail is from, wherever they want answers', async () => {
    const { answer, view } = await aTicketToAnswer();

    await answer({ body: 'It left today.', headers: ['Reply-To: nina@home.example'] });

    expect((await view()).entries.at(-1)).toMatchObject({
      kind: 'reply',
      author: { name: 'Nina' },
    });
  });

  test('is sent once, however often the mail comes', async () => {
    const { answer, view } = await aTicketToAnswer();

    await answer({ body: 'It left today.' });
    await answer({ body: 'It left today.' });

    expect((await view()).entries).toHaveLength(2);
  });

  test('leaves the ticket open when the customer wrote since', async () => {
    const { answer, take, view } = await aTicketToAnswer();
    const headers = ['In-Reply-To: <first@customer.example>'];
    await take('m2', aMail({ id: 'second@customer.example', headers, body: 'And the other one?' }));

    await answer({ body: 'It left today.' });

    expect((await view()).ticket).toMatchObject({ status: 'open', lastMessageBy: 'agent' });
  });

  test('is a note when it says so', async () => {
    const { answer, view } = await aTicketToAnswer();

    await answer({ body: `#note\r\nSmells of fraud.${quoted}` });

    const { ticket, entries } = await view();
    expect(entries.at(-1)).toMatchObject({ type: 'note', text: 'Smells of fraud.' });
    expect(ticket.status).toBe('open');
  });

  test('is kept as a note when it cannot be told from the notification', async () => {
    const { answer, view } = await aTicketToAnswer();

    await answer({ body: '> Due soon\r\nYes.\r\n> https://desk.example/tickets/tkt_1\r\nI see.' });

    const last = (await view()).entries.at(-1);
    expect(last).toMatchObject({ type: 'note' });
    expect(last?.type === 'note' && last.text).toMatch(/was not sent/);
  });
});

describe('to a notification’s address writes a stranger', () => {
  test.each<[string, Written]>([
    ['who is no agent', { body: 'Hi', from: 'Eve <eve@bad.example>' }],
    ['who is another agent than was notified', { body: 'Hi', of: anAgent({ id: 'agt_other' }) }],
    [
      'who names the agent and proves nothing',
      {
        body: 'Hi',
        receipt: {
          dkimVerdict: { status: 'FAIL' },
          dmarcVerdict: { status: 'FAIL' },
          spfVerdict: { status: 'FAIL' },
        },
      },
    ],
    [
      'who writes the agent beside their own address into From',
      { body: 'Hi', from: 'nina@desk.example, Eve <eve@bad.example>' },
    ],
    ['who writes a second From', { body: 'Hi', headers: ['From: eve@bad.example'] }],
    [
      'whose server alone is proven',
      {
        body: 'Hi',
        receipt: { dkimVerdict: { status: 'GRAY' }, dmarcVerdict: { status: 'GRAY' } },
      },
    ],
  ])('%s', async (_, written) => {
    const { answer, view, intake } = await aTicketToAnswer();

    await answer(written);

    expect((await view()).entries).toHaveLength(1);
    expect(new Set(intake.jobs.map(({ ticketId }) => ticketId)).size).toBe(2);
  });

  test.each([
    ['has left', { active: false }],
    ['has a role that is gone', { role: 'night-shift' }],
    ['may no longer see the ticket', { scope: { topics: ['nothing'] } }],
  ])('when the agent %s', async (_, over) => {
    const { answer, view, intake } = await aTicketToAnswer();
    const left = { ...nina, ...over, version: 2, subjects: [] };
    const agents = { findByEmail: async () => left };

    await answer({ body: 'Hi', id: 'x@desk.example' });
    expect((await view()).entries).toHaveLength(2);
    Object.assign(intake, { agents });
    await answer({ body: 'Hi again', id: 'y@desk.example' });

    expect((await view()).entries).toHaveLength(2);
  });
});
