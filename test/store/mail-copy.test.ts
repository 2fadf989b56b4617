import { beforeAll, describe, expect, test } from 'vitest';
import { mailCopy } from '../../functions/entry/deliver/mail-copy.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import type { ChatJob } from '../../schemas/chat.ts';
import type { Connection } from '../../schemas/connection.ts';
import { aDeliverer } from '../make/a-deliverer.ts';
import { anIntake, testConnections, testSecret } from '../make/an-intake.ts';
import { queuedReply } from '../make/queued-reply.ts';
import { aTable, type TestTable } from './a-table.ts';

const siteChat: Connection = {
  id: 'site-chat',
  channel: 'chat',
  name: 'Chat',
  topic: 'other',
  hosts: ['www.kopilka.example'],
  replyFrom: 'support',
};
const connections = [...testConnections, siteChat];
let table: TestTable;
beforeAll(async () => {
  table = await aTable();
});

let visitors = 0;
/** An agent's answer in the chat, called sent at 10:01, and a deliverer at `now`. */
const anAnswer = async ({ email, now }: { email?: string; now: string }) => {
  const intake = anIntake(table);
  const job: ChatJob = {
    kind: 'chat',
    connectionId: 'site-chat',
    chat: `v:visitor-number-${++visitors}-of-many`,
    receivedAt: '2026-11-22T10:00:00.000Z',
    said: {
      type: 'message',
      clientMsgId: 'client-1',
      text: 'Where is it?',
      attachments: [],
      ...(email !== undefined && { email }),
    },
  };
  await handleJob({ ...intake, settings: { ...intake.settings, connections } })(job, 1);
  const message = await queuedReply(intake, intake.jobs[0]?.ticketId ?? '', 'sent');
  const deliverer = aDeliverer(table, {
    now: () => now,
    desk: async () => ({
      deskName: 'Kopilka',
      domain: 'desk.example',
      connections,
      language: 'en',
      signingSecrets: [testSecret],
      appUrl: 'https://desk.example',
    }),
  });
  const place = { ticketId: message.ticketId, id: message.id, occurredAt: message.occurredAt };
  return { deliverer, message, place, copy: () => mailCopy(deliverer, place, 1) };
};
const email = 'olya@example.net';

describe('an answer that nobody received in the chat', () => {
  test('waits two minutes for the visitor', async () => {
    const { copy, deliverer } = await anAnswer({ email, now: '2026-11-22T10:01:30.000Z' });

    expect(await copy()).toEqual({ done: false, afterSeconds: 90 });
    expect(deliverer.letters).toEqual([]);
  });

  test('then goes by mail, once however often the job comes, and says so', async () => {
    const { copy, deliverer, place } = await anAnswer({ email, now: '2026-11-22T10:03:00.000Z' });

    await copy();
    await copy();

    expect(deliverer.letters.map(({ to }) => to)).toEqual([[email]]);
    const entry = await deliverer.tickets.loadEntry(place);
    expect(entry).toMatchObject({
      delivery: { state: 'sent', remark: expect.stringContaining(email) },
    });
  });

  test('does not, when the widget received it after all', async () => {
    const { copy, deliverer, message } = await anAnswer({ email, now: '2026-11-22T10:03:00.000Z' });
    const { delivery: from } = message;
    if (!from) throw new Error('the answer has no delivery');
    const delivery = { ...from, state: 'delivered' as const };
    await deliverer.outbox.moveDelivery({ message: { ...message, delivery }, from });

    expect(await copy()).toEqual({ done: true });
    expect(deliverer.letters).toEqual([]);
  });

  test('does not, when no address is known', async () => {
    const { copy, deliverer } = await anAnswer({ now: '2026-11-22T10:03:00.000Z' });

    expect(await copy()).toEqual({ done: true });
    expect(deliverer.letters).toEqual([]);
  });
});
