import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureFault } from '../../functions/channels/webhook/standard-webhooks.ts';
import { defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import type { TicketEvent } from '../../schemas/timeline.ts';
import { addressOf, aJourneyDesk, credentials, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aPromise } from '../make/a-promise.ts';
import { aScreen, type Screen } from '../make/a-screen.ts';
import { alertsAtOnce } from '../make/an-alerting.ts';
import { aStranger, postedTo, sendLetter, untilTaken } from '../make/letters.ts';
import { receiveMail } from '../make/received-mail.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { untilSettled } from '../make/until-settled.ts';

const promisedSeconds = 6;
/** Bugs are answered within seconds here, and warned of early: a busy machine ticks when it can. */
const hasty = aPromise({
  id: 'hasty',
  conditions: { topics: ['bug'] },
  normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: promisedSeconds } } },
  warn: [{ percent: 10 }],
});

let journey: JourneyDesk;
let ann: Staff;
let screen: Screen;
let elsewhere: Screen;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
  await deskStore(journey.table).save('promises', [hasty, ...defaultPromises], 0);
  await deskStore(journey.table).save('alerts', alertsAtOnce, 0);
  screen = await aScreen(await journey.as('Lena'));
  elsewhere = await aScreen(await journey.as('Bob'));
});
afterAll(async () => {
  screen.close();
  elsewhere.close();
  await journey.end();
});

const aBug = { subject: 'Error 500 on the page', text: 'The site does not work.' };
const report = async (): Promise<string> => {
  const from = aStranger();
  const ticketId = await untilTaken(
    journey.table,
    await sendLetter(journey.desk, { from, ...aBug }),
  );
  await ann.untilTicket(ticketId, 'has its promise', ({ ticket }) => ticket.dueAt !== undefined);
  return ticketId;
};
const eventsOf = async (ticketId: string, kind: TicketEvent['kind']) =>
  (await ann.view(ticketId)).entries.filter(
    (entry): entry is TicketEvent => entry.type === 'event' && entry.kind === kind,
  );
/** The clock comes too often and twice at once: what it announces must not depend on that. */
const untilTicking = (ticketId: string, kind: TicketEvent['kind']) =>
  until(`${ticketId} ${kind}`, async () => {
    await Promise.all([journey.desk.invoke('clock', {}), journey.desk.invoke('clock', {})]);
    return (await eventsOf(ticketId, kind))[0];
  });
const numberOf = (ticketId: string) => ticketId.slice('tkt_'.length);
const mailsTo = async (name: string, ticketId: string) =>
  (await postedTo(journey.desk, addressOf(name))).filter(({ subject }) =>
    subject?.includes(`ticket ${numberOf(ticketId)},`),
  );
const webhooksAbout = (ticketId: string) =>
  journey.desk
    .recordedCalls()
    .filter(({ host, body }) => host === 'hooks.kopilka.example' && body.includes(`"${ticketId}"`));
const pushesAbout = (ticketId: string) =>
  screen.heard.filter((message) => message.type === 'alert' && message.ticketId === ticketId);

describe('a promise that runs out', () => {
  let ticketId = '';
  let dueAt = '';

  beforeAll(async () => {
    ticketId = await report();
    dueAt = (await ann.view(ticketId)).ticket.dueAt ?? '';
    await untilTicking(ticketId, 'warned');
    await untilTicking(ticketId, 'breached');
    await untilSettled(journey.desk);
  });

  it('is recorded once, at the true due time', async () => {
    const [warned, breached] = [
      await eventsOf(ticketId, 'warned'),
      await eventsOf(ticketId, 'breached'),
    ];

    expect([warned.length, breached.length]).toEqual([1, 1]);
    expect(breached[0]).toMatchObject({ occurredAt: dueAt, data: { dueAt, late: false } });
    expect((await ann.view(ticketId)).ticket.isBreached).toBe(true);
  });

  it('is told on the screens of those it is for, once as warning and once as breach', async () => {
    await until('both', () => pushesAbout(ticketId).length >= 2);

    expect(pushesAbout(ticketId)).toMatchObject([
      { kind: 'warned', topic: 'bug', dueAt },
      { kind: 'breached', topic: 'bug', dueAt, isLate: false },
    ]);
    expect(elsewhere.heard.filter(({ type }) => type === 'alert')).toEqual([]);
  });

  it('is told by mail to the lead of its topic, when nobody holds it', async () => {
    const subjects = (await mailsTo('Lena', ticketId)).map(({ subject }) => subject);

    expect(subjects).toEqual([
      `Due soon: ticket ${numberOf(ticketId)}, bug`,
      `Late: ticket ${numberOf(ticketId)}, bug`,
    ]);
    expect(await mailsTo('Olga', ticketId)).toEqual([]);
  });

  it('is told by a webhook whose signature holds', () => {
    const calls = webhooksAbout(ticketId);

    expect(calls.map(({ body }) => JSON.parse(body).type)).toEqual([
      'promise.warned',
      'promise.breached',
    ]);
    const faults = calls.map(({ headers, body }) =>
      signatureFault({ headers, body: Buffer.from(body) }, [credentials.alertSecret], Date.now()),
    );
    expect(faults).toEqual([undefined, undefined]);
  });
});

describe('a promise on a ticket that somebody holds', () => {
  it('is told to the holder', async () => {
    const ticketId = await report();
    await ann.act(ticketId, 'claim');

    await untilTicking(ticketId, 'breached');
    await untilSettled(journey.desk);

    expect(await mailsTo('Ann', ticketId)).not.toEqual([]);
    expect(await mailsTo('Lena', ticketId)).toEqual([]);
  });
});

describe('a promise that was kept', () => {
  it('is never announced', async () => {
    const ticketId = await report();
    const late = await report();
    await ann.reply(ticketId, { text: 'We are on it.' });

    await untilTicking(late, 'breached');
    await untilSettled(journey.desk);

    expect(await eventsOf(ticketId, 'breached')).toEqual([]);
    expect(webhooksAbout(ticketId).filter(({ body }) => body.includes('breached'))).toEqual([]);
  });
});

describe('a promise that ran out while the desk was down', () => {
  it('is told once, with the true due time, as late', async () => {
    const at = new Date(Date.now() - 3_600_000);
    const messageId = `${randomUUID()}@example.net`;
    const from = aStranger();

    await receiveMail(journey.desk, {
      raw: `From: ${from}\r\nSubject: ${aBug.subject}\r\nMessage-ID: <${messageId}>\r\n\r\n${aBug.text}\r\n`,
      from,
      at,
    });

    const ticketId = await untilTaken(journey.table, messageId);
    await untilTicking(ticketId, 'breached');
    await untilSettled(journey.desk);
    const dueSecond = Math.floor(at.getTime() / 1_000) + promisedSeconds;
    const dueAt = new Date(dueSecond * 1_000).toISOString();
    expect(await eventsOf(ticketId, 'breached')).toMatchObject([
      { occurredAt: dueAt, data: { dueAt, late: true } },
    ]);
    expect(webhooksAbout(ticketId).map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'promise.breached', dueAt, isLate: true },
    ]);
    expect(await mailsTo('Lena', ticketId)).toHaveLength(1);
  });
});

describe('a snoozed ticket', () => {
  it('wakes by itself, once', async () => {
    const ticketId = await untilTaken(
      journey.table,
      await sendLetter(journey.desk, { from: aStranger() }),
    );
    await untilSettled(journey.desk);
    const until = new Date(Date.now() + 1_500).toISOString();

    const snoozed = await ann.act(ticketId, 'snooze', { until });
    await untilTicking(ticketId, 'woken');
    await untilSettled(journey.desk);

    expect(snoozed.body.ticket.status).toBe('snoozed');
    expect((await ann.view(ticketId)).ticket.status).toBe('open');
    expect(await eventsOf(ticketId, 'woken')).toHaveLength(1);
  });
});
