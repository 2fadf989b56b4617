import { describe, expect, test } from 'vitest';
import { wireKey } from '../../functions/channels/pointers.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { newBookLoader } from '../../functions/entry/book-loader.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import {
  type FeedbackDeps,
  handleMailEvent,
} from '../../functions/entry/feedback/handle-mail-event.ts';
import { parseMailEvent } from '../../functions/entry/feedback/mail-event.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { aDeliverer } from '../make/a-deliverer.ts';
import { aNotification } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';
import { anAnswered } from './answered.ts';

const aFeedback = (table: Table): FeedbackDeps => ({
  tickets: ticketStore(table),
  outbox: outboxStore(table),
  bookOf: newBookLoader(deskStore(table), { timeZone: 'UTC' }),
  now: () => '2026-11-22T12:00:00.000Z',
});

const event = (eventType: string, over: object = {}) =>
  parseMailEvent(
    JSON.stringify({
      'detail-type': 'Email',
      detail: { eventType, mail: { messageId: 'ses-1' }, ...over },
    }),
  );
const bounced = (bounceType: string) =>
  event('Bounce', {
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'x', diagnosticCode: '550 5.1.1 no such user' }],
    },
  });

const sent = async () => {
  const table = await aTable();
  const answered = await anAnswered(table);
  const deliverer = aDeliverer(table);
  await handleOutbound(deliverer)(answered.job, { handle: 'r', receiveCount: 1 });
  const look = async () => {
    const found = await ticketStore(table).loadWithTimeline(answered.ticketId, { limit: 100 });
    const message = found?.entries.find(({ id }) => id === answered.message.id);
    return {
      status: found?.ticket.status,
      delivery: message?.type === 'message' ? message.delivery : undefined,
      failures: found?.entries.filter(
        (entry) => entry.type === 'event' && entry.kind === 'delivery-failed',
      ).length,
    };
  };
  return { table, deliverer, look, ...answered };
};

describe('an event of SES', () => {
  test('says that the answer arrived', async () => {
    const { table, look } = await sent();

    await handleMailEvent(aFeedback(table))(event('Delivery'));

    expect(await look()).toMatchObject({ delivery: { state: 'delivered' }, failures: 0 });
  });

  test('that it bounced brings the ticket back once, in whatever order events come', async () => {
    const { table, look } = await sent();
    const handle = handleMailEvent(aFeedback(table));

    await Promise.all([handle(bounced('Permanent')), handle(bounced('Permanent'))]);
    await handle(event('Delivery'));

    expect(await look()).toMatchObject({
      status: 'open',
      delivery: {
        state: 'bounced',
        permanent: true,
        error: 'Permanent General: 550 5.1.1 no such user',
      },
      failures: 1,
    });
  });

  test('never speaks of the address when it is transient', async () => {
    const { table, look } = await sent();

    await handleMailEvent(aFeedback(table))(bounced('Transient'));

    expect((await look()).delivery?.permanent).toBe(false);
  });

  test('comes again when it overtook our own record', async () => {
    const table = await aTable();

    await expect(handleMailEvent(aFeedback(table))(event('Delivery'))).rejects.toThrow(
      'no message',
    );
  });

  test('finds a message whose id was lost by the tags sent along', async () => {
    const table = await aTable();
    const { job, message } = await anAnswered(table);
    const deliverer = aDeliverer(table, {
      mail: async () => {
        throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
      },
    });
    await handleOutbound(deliverer)(job, { handle: 'r', receiveCount: 1 });
    const tags = {
      ticket: [message.ticketId],
      message: [message.id],
      at: [String(Date.parse(message.occurredAt))],
    };

    await handleMailEvent(aFeedback(table))(
      event('Delivery', { mail: { messageId: 'ses-9', tags } }),
    );

    const entry = await ticketStore(table).loadEntry({ ...job, id: message.id });
    expect(entry).toMatchObject({ delivery: { state: 'delivered', providerId: 'ses-9' } });
    expect(await outboxStore(table).findAlias(wireKey('ses-9'))).toMatchObject({ id: message.id });
  });

  test.each([
    ['says what deliver did not live to write down', '2026-11-22T10:59:59.000Z', 'delivered'],
    ['of an earlier sending says nothing of this one', '2026-11-22T10:40:00.000Z', 'sending'],
  ])('%s', async (_, timestamp, state) => {
    const table = await aTable();
    const { job, message } = await anAnswered(table);
    // Claimed at 11:00, and its deliverer died with the mail given to SES.
    const claimed = { state: 'sending' as const, attempts: 1, at: '2026-11-22T11:00:00.000Z' };
    const from = message.delivery ?? expect.fail();
    await outboxStore(table).moveDelivery({ message: { ...message, delivery: claimed }, from });
    const tags = {
      ticket: [message.ticketId],
      message: [message.id],
      at: [String(Date.parse(message.occurredAt))],
    };

    await handleMailEvent(aFeedback(table))(
      event('Delivery', { mail: { messageId: 'ses-9', timestamp, tags } }),
    );

    const entry = await ticketStore(table).loadEntry({ ...job, id: message.id });
    expect(entry).toMatchObject({ delivery: { state } });
  });

  test('that we do not know changes nothing', async () => {
    const { table, look } = await sent();

    await handleMailEvent(aFeedback(table))(event('Open'));

    expect((await look()).delivery?.state).toBe('sent');
  });
});

describe('a bounce that comes as mail', () => {
  const report = (originalId: string) =>
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.customer.example',
        'To: support@desk.example',
        'Subject: Undelivered Mail Returned to Sender',
        'Message-ID: <bounce@mx.customer.example>',
        'Auto-Submitted: auto-replied',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        '',
        'I am sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.customer.example',
        '',
        'Final-Recipient: rfc822; ann@customer.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 no such user',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${originalId}>`,
        '--b--',
      ].join('\r\n'),
    );

  test('is put on the message that bounced, and answered by nobody', async () => {
    const { intake, look, ticketId } = await sent();
    await intake.raw.put('b1', report('ses-1@eu-central-1.amazonses.com'), 'x');
    const job = aNotification('b1', { source: '' });

    await handleJob(intake)(job, 1);
    await handleJob(intake)(job, 2);

    expect(new Set(intake.jobs.map((told) => told.ticketId))).toEqual(new Set([ticketId]));
    expect(await look()).toMatchObject({
      status: 'open',
      delivery: { state: 'bounced', permanent: true },
      failures: 1,
    });
  });
});
