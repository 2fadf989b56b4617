import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailIn, startMailIn } from './mail-in.ts';

const stored: { bucketName: string; key: string; raw: Buffer }[] = [];
const notified: { mail: Record<string, unknown>; receipt: Record<string, unknown> }[] = [];
let isBroken = false;
let isQueueBroken = false;
let server: MailIn;

beforeAll(async () => {
  server = await startMailIn({
    port: 0,
    region: 'eu-west-1',
    rules: [
      {
        name: 'r',
        recipients: ['in.example.com'],
        scans: true,
        bucketName: 'raw',
        prefix: 'mail/',
        topicName: 'received',
      },
    ],
    store: async (bucketName, key, raw) => {
      if (isBroken) throw new Error('disk full');
      stored.push({ bucketName, key, raw });
    },
    notify: async (_, message) => {
      // The answer must wait for what takes a moment.
      await new Promise((resolve) => setImmediate(resolve));
      if (isQueueBroken) throw new Error('disk full');
      notified.push(JSON.parse(message));
    },
    topicArn: (name) => `arn:aws:sns:eu-west-1:000000000000:${name}`,
  });
});
afterAll(() => server.stop());

/** Says each line after the answer to the one before; gives back all answers. */
async function talk(lines: (string | Buffer)[]): Promise<string[]> {
  const answers: string[] = [];
  const socket = createConnection(server.port, '127.0.0.1');
  const rest = [...lines];
  let heard = '';
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (!/^\d{3} .*\r\n$/m.test(heard)) return;
      answers.push(heard.trim());
      heard = '';
      const line = rest.shift();
      if (line === undefined) {
        socket.end();
        return;
      }
      socket.write(line);
    });
  });
  return answers;
}

const deliver = (raw: Buffer, to = 'desk@in.example.com', from = 'kim@example.net') =>
  talk([
    'EHLO there\r\n',
    `MAIL FROM:<${from}>\r\n`,
    `RCPT TO:<${to}>\r\n`,
    'DATA\r\n',
    Buffer.concat([raw, Buffer.from('\r\n.\r\n')]),
  ]);

describe('mail that arrives by SMTP', () => {
  it('is kept byte for byte below what SES adds', async () => {
    const odd = Buffer.from(
      'Subject: \xff\xfe\r\nX: a\0b\r\n\r\nbare\nfeed and nul \0 and \x80\xff end',
      'latin1',
    );

    const answers = await deliver(odd);

    const kept = stored.at(-1);
    expect(answers.at(-1)).toMatch(/^250 OK [0-9a-f]{40}$/);
    expect(kept?.raw.subarray(-odd.length - 2)).toEqual(Buffer.concat([odd, Buffer.from('\r\n')]));
    expect(kept?.key).toMatch(/^mail\/[0-9a-f]{40}$/);
  });

  it('carries the verdicts on top and in the notification', async () => {
    await deliver(
      Buffer.from('X-Local-Verdict: spam=FAIL dmarc=FAIL policy=quarantine\r\n\r\nBuy'),
    );

    expect(stored.at(-1)?.raw.toString()).toContain('X-SES-Spam-Verdict: FAIL\r\n');
    expect(notified.at(-1)?.receipt).toMatchObject({
      spamVerdict: { status: 'FAIL' },
      virusVerdict: { status: 'PASS' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'quarantine',
      action: { type: 'S3', bucketName: 'raw', objectKey: stored.at(-1)?.key },
    });
  });

  it('keeps the null sender of a bounce', async () => {
    await deliver(Buffer.from('Subject: failed\r\n\r\nx'), 'desk@in.example.com', '');

    expect(notified.at(-1)?.mail).toMatchObject({ source: '' });
    expect(stored.at(-1)?.raw.toString()).toMatch(/^Return-Path: <>\r\n/);
  });

  it('is refused for a recipient no rule takes', async () => {
    const answers = await deliver(Buffer.from('x'), 'desk@example.org');

    expect(answers[3]).toMatch(/^550 /);
  });

  it('is put off when nobody could be told of it', async () => {
    isQueueBroken = true;
    const answers = await deliver(Buffer.from('Subject: unheard\r\n\r\nx'));
    isQueueBroken = false;

    expect(answers.at(-1)).toMatch(/^451 /);
  });

  it('is put off when it cannot be stored', async () => {
    isBroken = true;
    const answers = await deliver(Buffer.from('Subject: later\r\n\r\nx'));
    isBroken = false;

    expect(answers.at(-1)).toMatch(/^451 /);
  });
});
