import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../schemas/api/views.ts';
import type { TicketSummary } from '../../schemas/ticket.ts';
import { aCrowd, type Mailed, sendCrowd } from '../make/a-crowd.ts';
import { aDoomedDesk } from '../make/a-doomed-desk.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, sendLetter, ticketOfLetter, untilPosted } from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { isIdle } from '../make/until-settled.ts';

const concurrency = 16;
const crowd = aCrowd(200, 'crowd');

describe('a desk that is killed twice while two hundred mails arrive, sixteen at a time', () => {
  let journey: JourneyDesk;
  let accepted: readonly Mailed[] = [];
  let tickets: readonly TicketSummary[] = [];
  let timelines: readonly (readonly MessageView[])[] = [];

  beforeAll(async () => {
    journey = await aJourneyDesk();
    const { dataFolder } = journey.desk;
    await journey.desk.stop();
    await sendUntilKilled(dataFolder, 40);
    await sendUntilKilled(dataFolder, 80);
    journey = await journey.again();
    // What the SMTP client was not told to have arrived, it sends again.
    await sendCrowd(journey.desk.smtpPort, unaccepted(), { concurrency });
    await untilThrough();
    const ann = await journey.as('Ann');
    tickets = (await listAll(ann)).filter(({ customerName }) => customerName.startsWith('crowd.'));
    timelines = await until('nothing left in the outbox', async () => {
      const all = await Promise.all(tickets.map(({ id }) => ann.messages(id)));
      return all.flat().every(({ delivery }) => delivery?.state !== 'queued') && all;
    });
  });
  afterAll(() => journey.end());

  it('has lost none that was accepted', async () => {
    const ids = await Promise.all(
      crowd.map(({ messageId }) => ticketOfLetter(journey.table, messageId)),
    );

    expect(accepted.length).toBeGreaterThanOrEqual(120);
    expect(new Set(ids).size).toBe(crowd.length);
    expect(ids).not.toContain(undefined);
  });

  it('has made no ticket twice', () => {
    const writers = tickets.map(({ customerName }) => customerName);

    expect(writers.toSorted()).toEqual(crowd.map(({ from }) => from).toSorted());
  });

  it('has left nothing half-written', () => {
    const kinds = timelines.map((messages) => messages.map(({ kind }) => kind).toSorted());

    expect(new Set(kinds.map(String))).toEqual(new Set(['acknowledgement,customer']));
  });

  it('has sent every acknowledgement once, but for those whose sender was killed at it', async () => {
    const states = timelines.map(
      (messages) => messages.find(({ kind }) => kind === 'acknowledgement')?.delivery?.state,
    );
    const sent = (await journey.desk.aws.outbox.list(10_000)).flatMap(
      ({ recipients }) => recipients,
    );
    const times = crowd.map(({ from }) => sent.filter((address) => address === from).length);

    // Their claim lapses after ninety seconds; then they are shown as unknown, with a button to send again.
    const atIt = states.filter((state) => state === 'sending' || state === 'unknown');
    expect(Math.max(...times)).toBe(1);
    expect(times.filter((count) => count === 0).length).toBeLessThanOrEqual(atIt.length);
  });

  const unaccepted = () => crowd.filter((mail) => !accepted.includes(mail));

  async function sendUntilKilled(dataFolder: string, fatal: number): Promise<void> {
    const doomed = await aDoomedDesk(dataFolder);
    let killed: Promise<void> | undefined;
    const more = await sendCrowd(doomed.smtpPort, unaccepted(), {
      concurrency,
      onAccepted: (count) => {
        if (count === fatal) killed = doomed.kill();
      },
    });
    await killed;
    accepted = [...accepted, ...more];
  }

  /** A last letter goes through everything; jobs of dead senders stay hidden for their ninety seconds. */
  async function untilThrough(): Promise<void> {
    const { desk } = journey;
    await until('the mails taken', () => isIdle(desk, (name) => !name.endsWith('outbound')), 60);
    const from = aStranger('last');
    await sendLetter(desk, { from });
    await untilPosted(desk, from, () => true, 60);
    await until('the mails sent', () => isIdle(desk, (name) => !name.endsWith('outbound')), 60);
  }

  async function listAll(ann: Staff): Promise<readonly TicketSummary[]> {
    const listed: TicketSummary[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ann.get<{ items: TicketSummary[]; cursor?: string }>(
        `/api/tickets?topic=other${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      listed.push(...body.items);
      cursor = body.cursor;
    } while (cursor);
    return listed;
  }
});
