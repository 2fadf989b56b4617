import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { ReceiptRuleModel } from '../../template/model.ts';
import { addedHeaders, type Envelope } from './added-headers.ts';
import { readHeaderFields } from './header-fields.ts';
import { receivedNotification } from './received-notification.ts';
import { takes } from './recipients.ts';
import { verdictsOf } from './verdicts.ts';

export type MailInOptions = {
  port: number;
  region: string;
  rules: readonly ReceiptRuleModel[];
  /** Resolves when the bytes are on disk. */
  store: (bucketName: string, key: string, raw: Buffer) => Promise<unknown>;
  /** Resolves when the notification is on disk too. */
  notify: (topicName: string, message: string) => Promise<unknown>;
  topicArn: (topicName: string) => string;
};

export type MailIn = { port: number; stop: () => Promise<void> };

/** SES takes mails of up to 40 MB. */
const MOST_BYTES = 40 * 1024 * 1024;

/** SMTP on loopback in SES's place: what a rule takes is stored and announced before the 250. */
export async function startMailIn(options: MailInOptions): Promise<MailIn> {
  const server = new SMTPServer({
    name: `inbound-smtp.${options.region}.amazonaws.com`,
    banner: 'Firstline local stand-in for SES',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: MOST_BYTES,
    logger: false,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, done) => {
      const isTaken = options.rules.some((rule) => takes(rule, address));
      done(isTaken ? null : refusal(550, `5.1.1 No receipt rule takes mail for <${address}>`));
    },
    onData: (stream, session, done) => {
      void answer(options, { stream, session, done });
    },
  });
  // A client that vanishes in mid-sentence is no event for this machine.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

type Data = {
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
  done: (error?: Error | null, message?: string) => void;
};

async function answer(options: MailInOptions, { stream, session, done }: Data): Promise<void> {
  let id: string;
  try {
    id = await receive(options, stream, session);
  } catch (error) {
    done(asRefusal(error));
    return;
  }
  done(null, `OK ${id}`);
}

async function receive(
  options: MailInOptions,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<string> {
  const startedAt = performance.now();
  const raw = await readAll(stream);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is larger than 40 MB');
  const { mailFrom, rcptTo } = session.envelope;
  const id = randomBytes(20).toString('hex');
  for (const rule of options.rules) {
    const recipients = rcptTo.map(({ address }) => address).filter((one) => takes(rule, one));
    if (recipients.length === 0) continue;
    const envelope = {
      from: mailFrom ? mailFrom.address : '',
      recipients,
      helo: session.hostNameAppearsAs,
      remoteAddress: session.remoteAddress,
    };
    await accept({ ...options, id, rule, raw, envelope, startedAt });
    break;
  }
  return id;
}

async function accept(
  options: MailInOptions & {
    id: string;
    rule: ReceiptRuleModel;
    raw: Buffer;
    envelope: Envelope;
    startedAt: number;
  },
): Promise<void> {
  const { id, rule, raw, envelope, region, startedAt } = options;
  const now = new Date();
  const verdicts = verdictsOf(readHeaderFields(raw));
  const added = addedHeaders({ envelope, verdicts, id, region, now });
  const stored = Buffer.concat([Buffer.from(added, 'utf8'), raw]);
  const objectKey = rule.prefix + id;
  await options.store(rule.bucketName, objectKey, stored);
  if (rule.topicName === undefined) return;
  const notification = receivedNotification({
    id,
    envelope,
    rule,
    topicArn: options.topicArn(rule.topicName),
    objectKey,
    fields: readHeaderFields(stored),
    verdicts,
    now,
    tookMilliseconds: performance.now() - startedAt,
  });
  await options.notify(rule.topicName, JSON.stringify(notification));
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest of a mail that is too large is read and dropped: SMTP answers only after its end.
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** What went wrong inside is temporary for the sender: the mail comes again and is not lost. */
function asRefusal(error: unknown): Error {
  if (error instanceof Error && 'responseCode' in error) return error;
  return refusal(451, '4.3.0 The mail could not be stored; please try again');
}
