import { createTransport } from 'nodemailer';
import { mailboxes } from './letters.ts';

export type Mailed = { readonly from: string; readonly messageId: string };

/** So many people with one mail each; a second sending of the same crowd sends the same mails. */
export const aCrowd = (size: number, name: string): readonly Mailed[] =>
  Array.from({ length: size }, (_, index) => ({
    from: `${name}.${index}@example.net`,
    messageId: `${name}.${index}@mail.example.net`,
  }));

/**
 * Sends each mail over one of `concurrency` connections. A mail whose 250 did not come is not among the answered;
 * `onAccepted` hears how many were.
 */
export async function sendCrowd(
  smtpPort: number,
  crowd: readonly Mailed[],
  { concurrency, onAccepted }: { concurrency: number; onAccepted?: (count: number) => void },
): Promise<readonly Mailed[]> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    secure: false,
    pool: true,
    maxConnections: concurrency,
    maxMessages: Infinity,
  });
  const accepted: Mailed[] = [];
  const waiting = [...crowd];
  const senders = Array.from({ length: concurrency }, async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
      const { from, messageId } = mail;
      try {
        await transport.sendMail({
          from,
          to: mailboxes.support,
          subject: 'Where is it?',
          text: 'I wait.',
          messageId: `<${messageId}>`,
        });
        accepted.push(mail);
        onAccepted?.(accepted.length);
      } catch {
        // The sender's queue keeps what was not accepted; the caller sends it again.
      }
    }
  });
  await Promise.all(senders);
  transport.close();
  return accepted;
}
