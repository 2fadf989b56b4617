import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aWebhook,
  form,
  postWebhook,
  ticketOfDelivery,
  untilDelivered,
  webhook,
} from '../make/hooks.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from '../make/letters.ts';
import { putFile, type Refusal, type Staff } from '../make/staff.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

/** What the browser of a visitor posts. */
const post = async <Body>(path: string, body: unknown): Promise<{ status: number; body: Body }> => {
  const answer = await fetch(journey.desk.baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};
const aRequest = (over: Record<string, unknown> = {}) => ({
  submissionId: randomUUID(),
  topic: 'missing-cashback',
  email: aStranger(),
  name: 'Kim',
  text: 'I bought a kettle and see no cash-back.',
  fields: { shop: 'Tea House', order: '12-345', 'order-date': '2026-11-01', device: 'both' },
  language: 'en',
  ...over,
});

describe('a request by the form', () => {
  const email = aStranger();
  let ticketId = '';

  beforeAll(async () => {
    const file = { name: 'order.png', type: 'image/png', content: Buffer.from('not really a png') };
    const upload = await post<{ grant: string; url: string; headers: Record<string, string> }>(
      '/portal/uploads',
      { name: file.name, type: file.type, size: file.content.length },
    );
    await putFile(upload.body, file.content);
    const request = aRequest({ email, attachments: [upload.body.grant] });
    const first = await post('/portal/requests', request);
    const second = await post('/portal/requests', request);
    expect([first.status, second.status]).toEqual([202, 202]);
    ticketId = await untilDelivered(journey.table, form, request.submissionId);
  });

  it('becomes one ticket of the chosen topic, with its fields and file', async () => {
    const { ticket, entries } = await ann.view(ticketId);

    expect(ticket).toMatchObject({
      topic: 'missing-cashback',
      topicReason: { rule: 'form', detail: 'missing-cashback' },
      channel: 'form',
    });
    const [message] = entries.filter((entry) => entry.type === 'message');
    expect(message?.text).toContain('Shop: Tea House');
    expect(message?.text).toContain('Device: Ordered on one, paid on another');
    expect(message?.attachments).toMatchObject([{ name: 'order.png', size: 16 }]);
    expect(message?.flags).toContain('sender-unverified');
  });

  it('is acknowledged without a word of what was typed', async () => {
    const acknowledgement = await untilPosted(journey.desk, email, () => true);

    expect(acknowledgement.text).toContain(ticketId.slice('tkt_'.length));
    expect(acknowledgement.html + (acknowledgement.text ?? '')).not.toMatch(/kettle|Tea House/);
  });

  it('is answered by mail from the mailbox that answers for the form', async () => {
    await ann.reply(ticketId, { text: 'The shop has confirmed.' });

    const answer = await untilPosted(journey.desk, email, isFromPerson);
    expect(answer.from?.address).toBe('support@help.kopilka.example');
  });

  it('gives whoever typed an address nothing of its owner', async () => {
    const known = aStranger('owner');
    const mailed = await untilTaken(
      journey.table,
      await sendLetter(journey.desk, { from: known, subject: 'My secret', text: 'It is private.' }),
    );
    const request = aRequest({ email: known });

    await post('/portal/requests', request);

    const typed = await untilDelivered(journey.table, form, request.submissionId);
    const [owner, claimant] = await Promise.all([ann.view(mailed), ann.view(typed)]);
    expect(typed).not.toBe(mailed);
    expect(claimant.customer?.id).not.toBe(owner.customer?.id);
    expect(claimant.customer?.identities).toMatchObject([{ isVerified: false }]);
  });

  it('is refused with every faulty field named', async () => {
    const fields = { shop: '', order: '1', 'order-date': '2026-02-30' };

    const { status, body } = await post<Refusal & { errors: { path: string }[] }>(
      '/portal/requests',
      aRequest({ fields }),
    );

    expect([status, body.code]).toEqual([400, 'fields.invalid']);
    expect(body.errors.map(({ path }) => path)).toEqual([
      'body.fields.shop',
      'body.fields.order-date',
    ]);
  });

  it('of a robot that fills the hidden field is answered the same and forgotten', async () => {
    const robot = aRequest({ website: 'https://spam.example', email: aStranger() });
    const person = aRequest();

    const answers = [await post('/portal/requests', robot), await post('/portal/requests', person)];

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await untilDelivered(journey.table, form, person.submissionId);
    const ticketId = await ticketOfDelivery(journey.table, form, robot.submissionId);
    expect(ticketId).toBeUndefined();
  });
});

describe('a signed webhook', () => {
  it('becomes a ticket of its conversation', async () => {
    const event = aWebhook();
    const more = aWebhook({ ...event, id: `ext-${randomUUID()}`, text: 'Are you there?' });

    expect(await postWebhook(journey.desk, event)).toBe(202);
    const ticketId = await untilDelivered(journey.table, webhook, event.id);
    expect(await postWebhook(journey.desk, more)).toBe(202);

    expect(await untilDelivered(journey.table, webhook, more.id)).toBe(ticketId);
    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'webhook',
      customerName: 'Ivan',
    });
  });

  it('is refused when another secret signed it', async () => {
    const secret = `whsec_${Buffer.from('somebody else has this secret ..').toString('base64')}`;

    expect(await postWebhook(journey.desk, aWebhook(), { secret })).toBe(401);
  });

  it('is refused when it was signed six minutes ago', async () => {
    const now = Date.now() - 6 * 60_000;

    expect(await postWebhook(journey.desk, aWebhook(), { now })).toBe(401);
  });

  it('is refused when it says something else than agreed', async () => {
    expect(await postWebhook(journey.desk, aWebhook({ text: 7 }))).toBe(400);
  });

  it('changes nothing when it is repeated', async () => {
    const event = aWebhook();
    const statuses = [
      await postWebhook(journey.desk, event),
      await postWebhook(journey.desk, event),
    ];
    const more = aWebhook({
      ...event,
      id: `ext-${randomUUID()}`,
      text: 'More',
      occurredAt: new Date().toISOString(),
    });
    await postWebhook(journey.desk, more);

    expect(statuses).toEqual([202, 202]);
    const ticketId = await untilDelivered(journey.table, webhook, more.id);
    const said = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'in');
    expect(said.map(({ text }) => text)).toEqual(['The shop says I paid too little.', 'More']);
  });
});
