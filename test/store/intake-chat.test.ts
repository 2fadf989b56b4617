import { beforeEach, describe, expect, test } from 'vitest';
import { FetchRefused } from '../../functions/channels/http/fetch-file.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import type { IntakeDeps } from '../../functions/entry/intake/intake-deps.ts';
import { ComeAgain } from '../../functions/queue/batch.ts';
import type { HookDelivery } from '../../schemas/queue.ts';
import type { Message } from '../../schemas/timeline.ts';
import { anIntake, type TestIntake } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = anIntake(await aTable());
});

const from = { id: 77, first_name: 'Ann' };
const chat = { id: 77, type: 'private' };
const date = 1_795_341_600;

const update = (updateId: number, content: object): HookDelivery => ({
  kind: 'hook',
  channel: 'telegram',
  connectionId: 'bot',
  receivedAt: '2026-11-22T10:02:00.000Z',
  headers: {},
  body: Buffer.from(JSON.stringify({ update_id: updateId, ...content })).toString('base64'),
});
const said = (updateId: number, content: object) =>
  update(updateId, { message: { message_id: updateId, from, chat, date, ...content } });
const edited = (updateId: number, messageId: number, text: string) =>
  update(updateId, {
    edited_message: { message_id: messageId, from, chat, date, edit_date: date + 60, text },
  });

const take = (job: HookDelivery, over: Partial<IntakeDeps> = {}, receiveCount = 1) =>
  handleJob({ ...intake, ...over })(job, receiveCount);
const messages = async (): Promise<Message[]> => {
  const found = await intake.tickets.loadWithTimeline(intake.jobs[0]?.ticketId ?? '', {
    limit: 50,
  });
  return (found?.entries ?? []).filter((entry) => entry.type === 'message');
};

describe('an edit', () => {
  test('changes the message where it stands', async () => {
    await take(said(10, { text: 'Hi' }));
    await take(edited(11, 10, 'Hi there'));

    expect(await messages()).toMatchObject([{ text: 'Hi there', wordings: [{ text: 'Hi' }] }]);
  });

  test('that nobody can see is dropped', async () => {
    await take(said(10, { text: 'Hi' }));
    await take(edited(11, 10, 'Hi'));

    const [message, ...others] = await messages();
    expect([message?.wordings, others]).toEqual([undefined, []]);
  });

  test('of a message that never came is taken as that message in the end', async () => {
    await expect(take(edited(11, 10, 'Hi there'), {}, 3)).rejects.toBeInstanceOf(ComeAgain);

    await take(edited(11, 10, 'Hi there'), {}, 4);

    expect(await messages()).toMatchObject([{ text: 'Hi there', flags: ['edited'] }]);
  });
});

describe('blocking the bot', () => {
  const blocked = update(12, {
    my_chat_member: { chat, from, date: date + 90, new_chat_member: { status: 'kicked' } },
  });

  test('is kept on the ticket of the chat', async () => {
    await take(said(10, { text: 'Hi' }));
    await take(blocked);

    const ticketId = intake.jobs[0]?.ticketId ?? '';
    const found = await intake.tickets.loadWithTimeline(ticketId, { limit: 50 });
    expect(found?.entries.map((entry) => entry.type === 'event' && entry.kind)).toContain(
      'blocked',
    );
  });

  test('opens nothing for somebody who never wrote', async () => {
    await take(blocked);

    expect(intake.jobs).toEqual([]);
  });

  test('is over when the person writes again', async () => {
    await take(said(10, { text: 'Hi' }));
    await take(blocked);
    await take(said(13, { text: 'Me again', date: date + 120 }));

    const identity = { channel: 'telegram', connectionId: 'bot', externalId: '77' } as const;
    const customer = await intake.customers.findByIdentity(identity);
    expect(customer?.identities[0]?.blockedAt).toBeUndefined();
  });
});

describe('a file in a chat', () => {
  const withFile = said(10, { document: { file_id: 'f1', file_name: 'a.pdf' } });
  const failing = (isPermanent: boolean): Partial<IntakeDeps> => ({
    download: async () => {
      throw new FetchRefused('network', isPermanent);
    },
  });

  test('is fetched and kept', async () => {
    await take(withFile);

    expect((await messages())[0]?.attachments).toMatchObject([{ name: 'a.pdf', size: 4 }]);
  });

  test('keeps of its name what is no path', async () => {
    await take(said(10, { document: { file_id: 'f1', file_name: '../../a\u202e.pdf' } }));

    expect((await messages())[0]?.attachments).toMatchObject([{ name: 'a.pdf' }]);
  });

  test('holds its message back while it may still come', async () => {
    await expect(take(withFile, failing(false), 1)).rejects.toThrow('network');

    expect(intake.jobs).toEqual([]);
  });

  test.each([
    ['never comes', true, 1],
    ['did not come for long', false, 3],
  ])('is named in the message when it %s', async (_name, isPermanent, receiveCount) => {
    await take(withFile, failing(isPermanent), receiveCount);

    expect((await messages())[0]).toMatchObject({
      text: '[file could not be fetched: a.pdf]',
      attachments: [],
      flags: ['file-missing'],
    });
  });
});
