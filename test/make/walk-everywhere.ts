import { randomUUID } from 'node:crypto';
import { defaultPromises } from '../../functions/desk/promises/defaults.ts';
import { connectionStore } from '../../functions/dynamo/connections.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import type { Topic } from '../../schemas/desk.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { aPromise } from './a-promise.ts';
import { aScreen } from './a-screen.ts';
import { walkAfterwards } from './afterwards.ts';
import { checkConnections } from './check-connections.ts';
import {
  aChat,
  anUpdate,
  aWebhook,
  form,
  numberIn,
  postUpdate,
  postWebhook,
  saidIn,
  telegram,
  untilDelivered,
  webhook,
} from './hooks.ts';
import { keepMailClean } from './keep-mail-clean.ts';
import { leaveWork } from './leave-work.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from './letters.ts';
import { receiveMail } from './received-mail.ts';
import { putFile, type Staff } from './staff.ts';
import { until } from './until.ts';
import { untilSettled } from './until-settled.ts';
import { visitSite } from './visit-site.ts';
import { walkLines } from './walk-lines.ts';
import { walkNetworks } from './walk-networks.ts';
import { walkNight } from './walk-night.ts';
import { walkTelephones } from './walk-telephones.ts';

const file = { name: 'bill.txt', type: 'text/plain', content: Buffer.from('a bill') };
/** Longer than a queue message or an item takes. */
const long = 'A long story. '.repeat(7_000);

type Grant = { grant: string; url: string; headers: Record<string, string> };

/** Everything a desk does in a week, each thing once, so that every right it has is needed. */
export async function walkEverywhere(journey: JourneyDesk): Promise<void> {
  const hasty = aPromise({
    id: 'hasty',
    conditions: { topics: ['legal'] },
    normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 1 } } },
  });
  await deskStore(journey.table).save('promises', [hasty, ...defaultPromises], 0);
  const olga = await journey.as('Olga', { isStrict: true });
  const screen = await aScreen(olga);
  // A screen whose end nobody told: its item is still there.
  const connectedAt = new Date().toISOString();
  const ghost = { connectionId: 'ghost=', agentId: journey.agents['Bob']?.id ?? '', connectedAt };
  await connectionStore(journey.table).put(ghost);
  await answerMail(journey, olga);
  await failMail(journey, olga);
  await chat(journey, olga);
  await visitSite(journey, olga);
  await walkAfterwards(journey, olga);
  await takeHooksAndForms(journey);
  await routeEverywhere(journey, olga);
  await breakPromise(journey, olga);
  await keepMailClean(journey, olga);
  await answerByPost(olga);
  await walkTelephones(journey, olga);
  await walkNetworks(journey);
  await checkConnections(olga);
  await runDesk(olga);
  await leaveWork(journey, olga);
  await walkLines(journey, olga);
  await walkNight(journey);
  screen.close();
  await untilSettled(journey.desk);
}

async function answerMail({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const from = aStranger();
  const attachments = [{ filename: file.name, content: file.content }];
  const ticketId = await untilTaken(
    table,
    await sendLetter(desk, { from, text: long, attachments }),
  );
  const [message] = await olga.messages(ticketId);
  const path = `/api/tickets/${ticketId}`;
  const of = `${message?.id}`;
  const at = `occurredAt=${message?.occurredAt}`;
  await olga.get(`${path}/messages/${of}/body?${at}`);
  const links = [
    await olga.get<{ url: string }>(`${path}/messages/${of}/raw?${at}`),
    await olga.get<{ url: string }>(`${path}/entries/${of}/attachments/0?${at}`),
  ];
  for (const { body } of links) await fetch(body.url);
  await olga.act(ticketId, 'claim');
  await olga.post(`${path}/notes`, {
    clientId: randomUUID(),
    text: 'Look at the bill.',
    attachments: [await olga.upload(file)],
  });
  await olga.reply(ticketId, { text: long, attachments: [await olga.upload(file)] });
  const answer = await untilPosted(desk, from, isFromPerson);
  await untilTaken(table, await sendLetter(desk, { from, inReplyTo: answer.messageId }));
  await receiveLate(desk, { from, inReplyTo: String(answer.messageId) });
  await olga.act(ticketId, 'status', { status: 'closed' });
}

async function failMail({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const from = `bounce+${randomUUID().slice(0, 8)}@simulator.amazonses.com`;
  const ticketId = await untilTaken(table, await sendLetter(desk, { from }));
  await olga.reply(ticketId, { text: 'Here.' });
  const isBounced = async () =>
    (await olga.messages(ticketId)).find(({ delivery }) => delivery?.state === 'bounced');
  const reply = await until('the bounce', isBounced);
  const { occurredAt } = reply;
  await olga.post(`/api/tickets/${ticketId}/messages/${reply.id}/resend`, { occurredAt });
}

/** A letter comes in and one goes out, as far as the printer. */
async function answerByPost(olga: Staff): Promise<void> {
  const registerNumber = `W-${randomUUID().slice(0, 8)}`;
  const arrivedOn = new Date().toISOString().slice(0, 10);
  await olga.post('/api/letters', {
    connectionId: 'letters',
    registerNumber,
    arrivedOn,
    sender: { name: 'Kim Lee', address: ['Ring 1', '1010 Wien'] },
    subject: 'By post',
    scans: [await olga.upload(file)],
  });
  const query = new URLSearchParams({
    connectionId: 'letters',
    year: arrivedOn.slice(0, 4),
    registerNumber,
  });
  const { ticketId } = await until('the letter', async () => {
    const found = await olga
      .get<{ ticketId: string }>(`/api/letters?${query.toString()}`)
      .catch(() => undefined);
    return found?.body;
  });
  await olga.reply(ticketId, { text: 'Here.' });
  await until('the file to print', async () =>
    (await olga.messages(ticketId)).some(({ delivery }) => delivery?.paper),
  );
}

/** One that may be tried again, one that is final. */
const refusals: readonly (readonly [number, Record<string, number>])[] = [
  [429, { retry_after: 1 }],
  [403, {}],
];

/** An answer that was written before the agent's, and comes after it: the clocks are counted anew. */
async function receiveLate(
  desk: JourneyDesk['desk'],
  { from, inReplyTo }: { from: string; inReplyTo: string },
): Promise<void> {
  const raw = `From: ${from}\r\nIn-Reply-To: ${inReplyTo}\r\nSubject: Re: Hello\r\n\r\nToo late?\r\n`;
  await receiveMail(desk, { raw, from, at: new Date(Date.now() - 3_600_000) });
  await untilSettled(desk);
}

/** A mail to every topic that words lead to. */
async function routeEverywhere({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const { body } = await olga.get<{ topics: Topic[] }>('/api/desk');
  for (const { keywords } of body.topics)
    await untilTaken(
      table,
      await sendLetter(desk, { from: aStranger(), subject: keywords[0] ?? 'Hi', text: 'Please.' }),
    );
}

async function chat({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const room = aChat();
  const update = anUpdate(room, 'Hello');
  await postUpdate(desk, update);
  const ticketId = await untilDelivered(table, telegram, numberIn(update));
  await until('the acknowledgement', () => saidIn(desk, room).length === 1);
  for (const [status, parameters] of refusals) {
    const body = { ok: false, error_code: status, description: 'refused', parameters };
    desk.failOutside({ host: 'api.telegram.org', status, body, times: 1 });
    await olga.reply(ticketId, { text: `Hello after ${status}!` });
    await until('the refusal', () =>
      saidIn(desk, room).some(({ answered }) => answered === status),
    );
  }
}

async function takeHooksAndForms({ desk, table }: JourneyDesk): Promise<void> {
  const event = aWebhook({ text: long, padding: long });
  await postWebhook(desk, event);
  await untilDelivered(table, webhook, event.id);

  const post = (path: string, body: unknown) =>
    fetch(desk.baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { name, type, content } = file;
  await fetch(`${desk.baseUrl}/portal/config`);
  const granted = await post('/portal/uploads', { name, type, size: content.length });
  const upload = (await granted.json()) as Grant;
  const { grant } = upload;
  const early = { submissionId: randomUUID(), topic: 'other', email: aStranger(), text: 'Hi' };
  await post('/portal/requests', { ...early, language: 'en', attachments: [grant] });
  await putFile(upload, content);
  const submissionId = randomUUID();
  const request = { submissionId, topic: 'other', email: aStranger(), text: 'Hi', language: 'en' };
  await post('/portal/requests', { ...request, attachments: [upload.grant] });
  await untilDelivered(table, form, submissionId);
}

async function breakPromise({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const letter = { from: aStranger(), subject: 'Your privacy policy and GDPR' };
  const ticketId = await untilTaken(table, await sendLetter(desk, letter));
  await olga.act(ticketId, 'topic', { topic: 'legal' });
  // Its half minute, without the thirty seconds that the queue holds it back.
  const halfMinute = desk.model.queues.find(({ name }) => name.endsWith('-half-minute'))?.name;
  await until('the breach', async () => {
    await desk.aws.queues.send(halfMinute ?? '', '{}', 0);
    return (await olga.view(ticketId)).ticket.isBreached;
  });
}

async function runDesk(olga: Staff): Promise<void> {
  await olga.post('/api/queues/bug/pause', { isPaused: true });
  await olga.post('/api/queues/bug/pause', { isPaused: false });
  for (const path of ['queues', 'desk', 'agents', 'changes', 'tickets/mine', 'classifier'])
    await olga.get(`/api/${path}`);
  await olga.post('/api/tickets/next', {});
  await olga.post('/api/classifier/train', {});
  await olga.post('/api/audit/export', {
    from: '2026-01-01T00:00:00.000Z',
    to: new Date().toISOString(),
  });
  await olga.post('/api/agents', { email: 'new@kopilka.example', name: 'New', role: 'operator' });
  const ticket = (await olga.get<{ items: { customerId: string }[] }>('/api/tickets?topic=other'))
    .body.items[0];
  await olga.get(`/api/customers/${ticket?.customerId}`);
  await olga.get(`/api/customers/${ticket?.customerId}/tickets`);
}
