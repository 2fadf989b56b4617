import { once } from 'node:events';
import { connect } from 'node:net';

export type SmtpClient = {
  /** Resolves with the 250 that says the mail is stored. @throws Error for any other answer */
  readonly send: (mail: { from: string; to: string; raw: string }) => Promise<void>;
  readonly close: () => void;
};

/** One SMTP connection for many mails, as a mail server keeps it: RFC 5321 with PIPELINING (RFC 2920). */
export async function smtpClient(port: number): Promise<SmtpClient> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  const awaited: { resolve: () => void; reject: (error: Error) => void; code: string }[] = [];
  let rest = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    // `250-` goes on, `250 ` ends an answer.
    for (const line of lines.filter((one) => one[3] !== '-')) {
      const next = awaited.shift();
      if (line.startsWith(next?.code ?? '')) next?.resolve();
      else next?.reject(new Error(`SMTP: ${line}`));
    }
  });
  socket.on('error', (error) => awaited.splice(0).forEach(({ reject }) => reject(error)));
  const hear = (code: string): Promise<void> =>
    new Promise((resolve, reject) => awaited.push({ code, resolve, reject }));

  const greeted = hear('220');
  await once(socket, 'connect');
  await greeted;
  const known = hear('250');
  socket.write('EHLO bench.example.net\r\n');
  await known;
  const transmit: SmtpClient['send'] = async ({ from, to, raw }) => {
    const envelope = Promise.all([hear('250'), hear('250'), hear('354')]);
    socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    await envelope;
    const stored = hear('250');
    socket.write(`${raw.replaceAll(/^\./gm, '..')}\r\n.\r\n`);
    await stored;
  };
  let last: Promise<void> = Promise.resolve();
  return {
    // One mail after the other, however they are asked for.
    send: (mail) => (last = last.then(() => transmit(mail))),
    close: () => void socket.end('QUIT\r\n'),
  };
}
