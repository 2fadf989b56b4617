import { randomBytes } from 'node:crypto';

export type TestMail = { messageId: string; from: string; to: string; raw: string };

const run = randomBytes(4).toString('hex');
let count = 0;

const text = `Hello,

three weeks ago I bought a laptop through your service. The purchase shows in my account, but the
cashback has not been credited yet. The order is 78345-11, the sum 649.90. When may I expect it,
and is there anything you still need from me?

Kind regards
Maria`;

/** A customer's mail with everything that makes it one of a kind: a stranger's address, a new Message-ID. */
export function aMail(
  over: { attachmentBytes?: number; from?: string; answers?: string } = {},
): TestMail {
  count += 1;
  const messageId = `${run}.${count}@bench.example.net`;
  const from = over.from ?? `maria.${run}.${count}@bench.example.net`;
  const to = 'support@help.kopilka.example';
  const isAnswer = over.answers !== undefined;
  const head = [
    `From: Maria Ivanova <${from}>`,
    `To: Kopilka Support <${to}>`,
    `Subject: ${isAnswer ? 'Re: ' : ''}Cashback for a laptop, order ${count}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${messageId}>`,
    ...(isAnswer ? [`In-Reply-To: <${over.answers}>`, `References: <${over.answers}>`] : []),
    'MIME-Version: 1.0',
  ];
  const body = over.attachmentBytes ? withFile(over.attachmentBytes) : plain;
  return { messageId, from, to, raw: [...head, ...body].join('\r\n') };
}

const plain = ['Content-Type: text/plain; charset=utf-8', '', ...text.split('\n')];

function withFile(bytes: number): string[] {
  const content = randomBytes(bytes).toString('base64');
  return [
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    ...plain,
    '--part',
    'Content-Type: image/jpeg; name=receipt.jpg',
    'Content-Disposition: attachment; filename=receipt.jpg',
    'Content-Transfer-Encoding: base64',
    '',
    ...(content.match(/.{1,76}/g) ?? []),
    '--part--',
  ];
}
