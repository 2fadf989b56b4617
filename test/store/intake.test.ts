import { beforeEach, describe, expect, test } from 'vitest';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { bodyReference } from '../../functions/mail/threading/body-marker.ts';
import { replyAddress } from '../../functions/mail/threading/reply-address.ts';
import { subjectTag } from '../../functions/mail/threading/subject.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aMail, aNotification, anIntake, type TestIntake, testSecret } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = anIntake(await aTable());
});

type Receipt = Parameters<typeof aNotification>[1];

const bring = async (key: string, mail: Buffer, receipt: Receipt = {}): Promise<void> => {
  await intake.raw.put(key, mail, 'message/rfc822');
  await handleJob(intake)(aNotification(key, receipt), 1);
};

const ticketsOfJobs = (): string[] => [...new Set(intake.jobs.map(({ ticketId }) => ticketId))];
const messagesOf = async (ticketId = ticketsOfJobs()[0] ?? ''): Promise<Message[]> => {
  const found = await intake.tickets.loadWithTimeline(ticketId, { limit: 100 });
  return (found?.entries ?? []).filter((entry) => entry.type === 'message');
};
const ticketOf = async (ticketId = ticketsOfJobs()[0] ?? ''): Promise<Ticket> => {
  const ticket = await intake.tickets.load(ticketId);
  if (!ticket) throw new Error('no ticket');
  return ticket;
};

describe('a first mail', () => {
  test('opens a ticket with its customer, topic and reason', async () => {
    await bring('m1', aMail({ subject: 'Where is my payout?' }));

    expect(await ticketOf()).toMatchObject({
      subject: 'Where is my payout?',
      customerName: 'Ann Lee',
      topic: 'payouts',
      topicReason: { rule: 'keyword' },
      status: 'open',
      mayAcknowledge: true,
    });
  });

  test('is taken once when its notification comes four times at once', async () => {
    await intake.raw.put('m1', aMail(), 'message/rfc822');
    const job = aNotification('m1');

    await Promise.all([1, 2, 3, 4].map((count) => handleJob(intake)(job, count)));

    expect(ticketsOfJobs()).toHaveLength(1);
    expect(await messagesOf()).toHaveLength(1);
    expect(intake.jobs).toHaveLength(4);
  });

  test('is taken once when the sender’s server hands it over twice', async () => {
    await bring('m1', aMail());
    await bring('m2', aMail());

    expect(await messagesOf()).toHaveLength(1);
  });

  test('is another one when only its Message-ID is the same', async () => {
    await bring('m1', aMail());
    await bring('m2', aMail({ body: 'Something else' }));

    expect(ticketsOfJobs()).toHaveLength(2);
  });

  test('opens a ticket in each mailbox that received it', async () => {
    await bring('m1', aMail(), { recipients: ['support@desk.example', 'Sales@desk.example'] });

    const connections = await Promise.all(ticketsOfJobs().map(async (id) => ticketOf(id)));
    expect(connections.map(({ connectionId }) => connectionId)).toEqual(['support', 'sales']);
  });

  test('keeps its files before it is written, under keys of its own', async () => {
    await bring(
      'm1',
      aMail({
        headers: ['Content-Type: multipart/mixed; boundary=b'],
        body: '--b\r\n\r\nSee file\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\npng\r\n--b--',
      }),
    );

    const [message] = await messagesOf();
    expect(message?.attachments).toMatchObject([{ name: 'a.png', key: `files/${message?.id}/0` }]);
    expect(intake.files.keys()).toEqual([`files/${message?.id}/0`]);
  });

  test('keeps a long body beside the item', async () => {
    await bring('m1', aMail({ body: 'word '.repeat(10_000) }));

    const [message] = await messagesOf();
    expect(message?.bodyKey).toBe(`bodies/${message?.id}`);
    expect(message?.text.length).toBeLessThanOrEqual(2000);
  });
});

describe('a mail nobody should answer', () => {
  test('is held as spam when SES says so', async () => {
    await bring('m1', aMail(), { spamVerdict: { status: 'FAIL' } });

    expect(await ticketOf()).toMatchObject({ status: 'spam', mayAcknowledge: false });
  });

  test('shows no attachment when it carries a virus', async () => {
    await bring(
      'm1',
      aMail({ headers: ['Content-Type: application/pdf; name=a.pdf'], body: 'virus' }),
      { virusVerdict: { status: 'FAIL' } },
    );

    const [message] = await messagesOf();
    expect(message).toMatchObject({ attachments: [], flags: expect.arrayContaining(['virus']) });
    expect(intake.files.keys()).toEqual([]);
  });

  test('makes no ticket when it is our own coming back', async () => {
    await bring('m1', aMail({ headers: ['X-Firstline-Loop: desk.example'] }));

    expect(intake.jobs).toEqual([]);
  });

  test('does not get a stranger’s history by naming their address', async () => {
    await bring('m1', aMail());
    await bring('m2', aMail({ id: 'forged@x' }), {
      spfVerdict: { status: 'FAIL' },
      dkimVerdict: { status: 'FAIL' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'reject',
    });

    const [real, forged] = await Promise.all(ticketsOfJobs().map(async (id) => ticketOf(id)));
    expect(forged?.customerId).not.toBe(real?.customerId);
    expect(forged?.mayAcknowledge).toBe(false);
  });

  test('becomes a ticket with the bytes attached when it cannot be read', async () => {
    await bring('m1', Buffer.alloc(0));

    const [message] = await messagesOf();
    expect(message).toMatchObject({
      flags: expect.arrayContaining(['unreadable']),
      attachments: [{ kind: 'raw' }],
      rawKey: 'm1',
    });
  });
});

describe('an answer finds its ticket', () => {
  const answer = { id: 'answer@customer.example', body: 'More about it.' };

  test.each([
    ['the reply address', {}, 'address'],
    ['In-Reply-To', { headers: ['In-Reply-To: <first@customer.example>'] }, ''],
    ['References alone', { headers: ['References: <first@customer.example>'] }, ''],
    ['the subject tag', {}, 'subject'],
    ['the quoted marker', {}, 'marker'],
  ])('by %s alone', async (_name, mail, signal) => {
    await bring('m1', aMail());
    const { number } = await ticketOf();
    const to = replyAddress('support@desk.example', String(number), testSecret);
    const marked = `More about it.\r\n\r\n> [ref:${bodyReference(String(number), testSecret)}]`;

    await bring(
      'm2',
      aMail({
        ...answer,
        ...mail,
        ...(signal === 'subject' && { subject: `Re: x ${subjectTag(String(number), testSecret)}` }),
        ...(signal === 'marker' && { body: marked }),
      }),
      signal === 'address' ? { recipients: [to] } : {},
    );

    expect(ticketsOfJobs()).toHaveLength(1);
    expect(await messagesOf()).toHaveLength(2);
  });

  test('and is flagged when it comes from another address', async () => {
    await bring('m1', aMail());
    await bring(
      'm2',
      aMail({
        ...answer,
        from: 'eve@other.example',
        headers: ['In-Reply-To: <first@customer.example>'],
      }),
    );

    const added = (await messagesOf()).find(({ externalId }) => externalId === answer.id);
    expect(added).toMatchObject({ kind: 'third-party', flags: ['other-address'] });
    expect((await ticketOf()).replyTo.address).toBe('ann@customer.example');
  });

  test('and does not swallow the mail it answers, which comes after it', async () => {
    const headers = ['References: <first@customer.example>'];
    await bring('m2', aMail({ ...answer, from: 'eve@other.example', headers }));
    await bring('m1', aMail());
    await bring('m1', aMail());

    const [answering = '', asking = ''] = ticketsOfJobs();
    expect(await messagesOf(asking)).toMatchObject([{ text: 'Where is it?' }]);
    expect(await messagesOf(answering)).toHaveLength(1);
    expect((await ticketOf(asking)).replyTo.address).toBe('ann@customer.example');
  });

  test('also far down a thread whose beginning we never saw', async () => {
    const idsOf = (branch: string) =>
      Array.from({ length: 70 }, (_, index) => `<${branch}${index}@other.example>`).join('\r\n ');
    const inThread = (id: string, branch: string) =>
      aMail({ id, headers: [`References: <root@other.example>\r\n ${idsOf(branch)}`] });

    await bring('m1', inThread('left@customer.example', 'l'));
    await bring('m2', inThread('right@customer.example', 'r'));

    expect(ticketsOfJobs()).toHaveLength(1);
  });

  test('but not by a tag that somebody else copied', async () => {
    await bring('m1', aMail());
    const { number } = await ticketOf();
    const subject = `Re: ${subjectTag(String(number), testSecret)}`;

    await bring('m2', aMail({ ...answer, from: 'eve@other.example', subject }));

    expect(ticketsOfJobs()).toHaveLength(2);
  });

  test('or opens one follow-up when that was closed long ago', async () => {
    await bring('m1', aMail());
    const old = await ticketOf();
    const closed = { ...old, status: 'closed' as const, closedAt: '2026-10-01T00:00:00.000Z' };
    await intake.tickets.save({
      ticket: { ...closed, version: old.version + 1 },
      expects: old.version,
      entries: [],
    });
    const headers = ['In-Reply-To: <first@customer.example>'];

    await Promise.all([
      bring('m2', aMail({ ...answer, headers })),
      bring('m3', aMail({ ...answer, id: 'more@customer.example', headers })),
    ]);

    const [followUp] = ticketsOfJobs().filter((id) => id !== old.id);
    expect(ticketsOfJobs()).toHaveLength(2);
    expect(await ticketOf(followUp)).toMatchObject({ followUpOf: old.id });
    expect(await messagesOf(followUp)).toHaveLength(2);
    expect(await ticketOf(old.id)).toMatchObject({ followedUpBy: followUp });
  });
});
