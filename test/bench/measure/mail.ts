import type { Figure } from '../figure.ts';
import { driveAtRate } from '../load/drive.ts';
import { aMail } from '../load/mails.ts';
import { keyOf, sendMailsUntilTaken } from '../load/send-mails.ts';
import { smtpClient } from '../load/smtp-client.ts';
import { untilQuiet } from '../load/until-quiet.ts';
import { untilRouted } from '../load/until-routed.ts';
import { untilTaken } from '../load/until-taken.ts';
import type { Measurement } from '../measurement.ts';
import type { Stand } from '../stand/start-stand.ts';
import { asLatency, asRate, observed } from './observed.ts';

const someMails = (count: number, attachmentBytes = 0) =>
  Array.from({ length: count }, () => aMail({ attachmentBytes }));

/** Mails a second until the 250 and until the last is a ticket; each from a stranger, as for the other desks. */
async function* rateOf(
  stand: Stand,
  load: { name: string; count: number; concurrency: number; attachmentBytes?: number },
): AsyncGenerator<Figure> {
  await untilQuiet(stand);
  const { name, count, concurrency, attachmentBytes } = load;
  const mails = someMails(count, attachmentBytes);
  const sent = await observed(stand, async () => {
    const both = await sendMailsUntilTaken(stand, mails, concurrency);
    await untilQuiet(stand);
    return both;
  });
  const { accepted, taken: onTicket } = sent.result;
  yield asRate(`${name}.accepted.c${concurrency}`, { ...sent, result: accepted });
  yield asRate(`${name}.taken.c${concurrency}`, { ...sent, result: onTicket });
  yield {
    name: `${name}.cpu.c${concurrency}`,
    value: (sent.cpu_s * 1_000) / count,
    unit: 'ms/mail',
    n: count,
  };
}

export const mailRates: Measurement = {
  name: 'mail',
  run: async function* (stand, scale) {
    await sendMailsUntilTaken(stand, someMails(scale(200)), 4);
    for (const concurrency of [1, 4, 16])
      yield* rateOf(stand, { name: 'mail', count: scale(300), concurrency });
  },
};

export const fileMailRates: Measurement = {
  name: 'mail-100kb',
  run: async function* (stand, scale) {
    for (const concurrency of [1, 4, 16]) {
      const attachmentBytes = 100 * 1024;
      yield* rateOf(stand, { name: 'mail-100kb', count: scale(100), concurrency, attachmentBytes });
    }
  },
};

/** Taken in turn, so that a slow mail holds up none of the next. */
const connections = [1, 2, 3, 4];

/** One mail among twenty a second: how long until the 250, and until the desk has chosen topic and promise. */
export const mailLatency: Measurement = {
  name: 'mail-latency',
  run: async function* (stand, scale) {
    await untilQuiet(stand);
    const clients = await Promise.all(connections.map(() => smtpClient(stand.smtpPort)));
    const mails = someMails(scale(200));
    const load = { count: mails.length, perSecond: 20 };
    const sending = async (index: number, then?: (key: string) => Promise<unknown>) => {
      const mail = mails[index];
      if (!mail) return;
      await clients[index % clients.length]?.send(mail);
      await then?.(keyOf(mail));
    };
    const accepted = await observed(stand, () => driveAtRate(load, (index) => sending(index)));
    yield asLatency('mail.accepted.at-20', accepted);
    await untilTaken(stand.table, mails.map(keyOf));
    await untilQuiet(stand);
    mails.splice(0, mails.length, ...someMails(load.count));
    const routed = await observed(stand, () =>
      driveAtRate(load, (index) => sending(index, (key) => untilRouted(stand.table, key))),
    );
    yield asLatency('mail.routed.at-20', routed);
    for (const client of clients) client.close();
  },
};
