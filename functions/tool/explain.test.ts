import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import config from '../../desk.config.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { aMail } from '../../test/make/an-intake.ts';
import { replyAddress } from '../mail/threading/reply-address.ts';
import { type ExplainRequest, explain } from './explain.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'a secret of 32 characters or more';

/** One file explained: its line, and how many files failed. */
async function explained(name: string, bytes: Uint8Array | string, hook?: ExplainRequest['hook']) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const lines: string[] = [];
  const failed = await explain({
    settings: DeskSettings.parse(config),
    secrets: [secret],
    files: [file],
    now: '2026-11-22T12:00:00.000Z',
    ...(hook && { hook }),
    write: (line) => lines.push(line),
  });
  return { failed, line: JSON.parse(lines[0] ?? '{}'), count: lines.length };
}

describe('explaining a mail', () => {
  it('tells topic, rule, promise and acknowledgement of a customer’s question', async () => {
    const raw = aMail({
      to: 'support@help.kopilka.example',
      subject: 'Payout',
      body: 'My withdrawal is stuck.',
    });

    const { line } = await explained('question.eml', raw);

    expect(line).toMatchObject({
      kind: 'mail',
      receivedAt: '2026-11-22T10:00:00.000Z',
      from: { name: 'Ann Lee', address: 'ann@customer.example' },
      verdict: 'customer',
      mailboxes: ['support'],
      acknowledgement: { wouldSend: true, because: [] },
      topic: { id: 'payouts', rule: 'keyword', detail: 'payout' },
      promise: { id: 'money-and-access', targetSeconds: 14_400, dueAt: '2026-11-22T14:00:00.000Z' },
    });
  });

  it('counts the promise from when the mail was received, not from when it was written', async () => {
    const received = 'Received: from a by b for x@y; Sun, 22 Nov 2026 10:30:00 +0000\r\n';

    const { line } = await explained('late.eml', received + aMail().toString());

    expect(line.receivedAt).toBe('2026-11-22T10:30:00.000Z');
  });

  it('names attachments by type, size and hash', async () => {
    const raw = aMail({
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
      body: '--b\r\n\r\nSee file.\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\n1,2\r\n--b--',
    });

    const { line } = await explained('file.eml', raw);

    expect(line.attachments).toEqual([
      {
        name: 'a.csv',
        type: 'text/csv',
        size: 3,
        sha256: '17f8af97ad4a7f7639a4c9171d5185cbafb85462877a4746c21bdb0a4f940ca0',
        kind: 'regular',
        inline: false,
        contentId: null,
      },
    ]);
  });

  it('says of a bounce who was not reached and how hard', async () => {
    const lines: string[] = [];

    const failed = await explain({
      settings: DeskSettings.parse(config),
      secrets: [],
      files: ['test/fixtures/mail/bounces/postfix.hard.eml'],
      now: '2026-11-22T12:00:00.000Z',
      write: (line) => lines.push(line),
    });

    expect(failed).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      verdict: 'bounce',
      bounce: { hardness: 'hard', recipients: [{ hardness: 'hard' }] },
      acknowledgement: { wouldSend: false },
    });
  });

  it('finds the ticket of a signed reply address, which needs no acknowledgement', async () => {
    const to = replyAddress('support@help.kopilka.example', '1042', secret);

    const { line } = await explained('answer.eml', aMail({ to }));

    expect(line.threading.replyTokens).toEqual(['1042']);
    expect(line.acknowledgement).toEqual({ wouldSend: false, because: ['belongs-to-ticket'] });
  });

  it('answers a file that breaks the parser with a line that says so', async () => {
    const { failed, line } = await explained('empty.eml', '');

    expect(failed).toBe(1);
    expect(line.error.code).toBe('mail.empty');
  });
});

describe('explaining a hook’s body', () => {
  const update = {
    update_id: 7,
    message: {
      message_id: 3,
      date: 1_795_341_600,
      chat: { id: 44, type: 'private' },
      from: { id: 44, first_name: 'Ира', language_code: 'ru' },
      text: 'Не начислен кэшбэк',
      document: { file_id: 'f1', file_name: 'чек.pdf', mime_type: 'application/pdf', file_size: 9 },
    },
  };

  it('tells what a Telegram update becomes', async () => {
    const { line } = await explained('update.json', JSON.stringify(update), {
      channel: 'telegram',
      headers: {},
    });

    expect(line).toMatchObject({
      kind: 'hook',
      connection: 'telegram-main',
      verdict: 'customer',
      from: { name: 'Ира', address: '44' },
      attachments: [{ name: 'чек.pdf', size: 9 }],
      topic: { id: 'missing-cashback' },
      acknowledgement: { wouldSend: true },
    });
  });

  it('says why an update makes no ticket', async () => {
    const { failed, line } = await explained('poll.json', '{"update_id":8}', {
      channel: 'telegram',
      headers: {},
    });

    expect(failed).toBe(0);
    expect(line).toMatchObject({ verdict: 'ignored', ignored: ['telegram.update-unknown'] });
  });

  it('answers a body that is no JSON with a line that says so', async () => {
    const { failed, line } = await explained('bad.json', '{', { channel: 'webhook', headers: {} });

    expect(failed).toBe(1);
    expect(line.error.code).toBe('SyntaxError');
  });

  it('reads a form of Twilio as posted or as JSON, and finds the telephone system that speaks so', async () => {
    const form = { CallSid: `CA${'1'.repeat(32)}`, CallStatus: 'ringing', From: '+491511234567' };
    const event = {
      'detail-type': 'Amazon Connect Contact Event',
      time: '2026-11-22T11:00:00Z',
      detail: {
        eventType: 'QUEUED',
        contactId: 'c-1',
        channel: 'VOICE',
        instanceArn: 'arn:aws:connect:eu-central-1:123456789012:instance/1',
      },
    };
    const phone = { channel: 'phone', headers: {} };

    const posted = await explained('a.txt', new URLSearchParams(form).toString(), phone);
    const asJson = await explained('a.json', JSON.stringify(form), phone);
    const contact = await explained('b.json', JSON.stringify(event), phone);

    expect(posted.line).toMatchObject({ connection: 'phone', verdict: 'call' });
    expect(asJson.line.threading).toEqual(posted.line.threading);
    expect(contact.line).toMatchObject({ connection: 'call-center', verdict: 'call' });
  });

  it('understands what is addressed to another page, and tells of events and the rest of a batch', async () => {
    const page = {
      object: 'page',
      entry: [
        {
          id: '777',
          time: 1767225600000,
          messaging: [
            {
              sender: { id: '1' },
              recipient: { id: '777' },
              timestamp: 1767225599000,
              message: { mid: 'm_1', text: 'Hi' },
            },
            {
              sender: { id: '2' },
              recipient: { id: '777' },
              timestamp: 1767225599000,
              message: { mid: 'm_2', text: 'Ho' },
            },
            {
              sender: { id: '1' },
              recipient: { id: '777' },
              timestamp: 1767225599000,
              read: { watermark: 1767225599000 },
            },
          ],
        },
      ],
    };

    const { line } = await explained('page.json', JSON.stringify(page), {
      channel: 'messenger',
      headers: {},
    });

    expect(line).toMatchObject({
      verdict: 'customer',
      text: 'Hi',
      more: [{ text: 'Ho' }],
      events: [{ kind: 'watermark', receipt: 'read' }],
    });
  });

  it('refuses a channel that has no hook', async () => {
    const asked = explained('x.json', '{}', { channel: 'mail', headers: {} });

    await expect(asked).rejects.toThrow('Channels with one: telegram, whatsapp, messenger');
  });
});
