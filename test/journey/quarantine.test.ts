import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aStranger, postedTo, sendLetter, untilTaken } from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { untilSettled } from '../make/until-settled.ts';

let journey: JourneyDesk;
let ann: Staff;
let lena: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  [ann, lena] = await Promise.all([journey.as('Ann'), journey.as('Lena')]);
});
afterAll(() => journey.end());

const write = async (letter: Parameters<typeof sendLetter>[1]) =>
  untilTaken(journey.table, await sendLetter(journey.desk, letter));
const verdict = (text: string) => ({ 'X-Local-Verdict': text });
const forged = verdict('spf=FAIL dkim=FAIL dmarc=FAIL policy=reject');

type Held = { items: { id: string; held?: string }[]; cursor?: string };
const quarantine = async () => (await lena.get<Held>('/api/quarantine')).body.items;
const untilHeld = (ticketId: string) =>
  until(`${ticketId} in the quarantine`, async () =>
    (await quarantine()).find(({ id }) => id === ticketId),
  );
const block = (pattern: string, reason = 'Sells watches') =>
  lena.post('/api/blocked-senders', { pattern, reason });

describe('the quarantine', () => {
  it.each([
    ['spam', verdict('spam=FAIL')],
    ['virus', verdict('virus=FAIL')],
    ['unverified', forged],
  ])('holds %s of every topic apart, and answers nobody', async (why, headers) => {
    const from = aStranger(why);

    const ticketId = await write({ from, subject: `Refund ${randomUUID()}`, headers });

    expect(await untilHeld(ticketId)).toMatchObject({ held: why });
    await untilSettled(journey.desk);
    expect(await postedTo(journey.desk, from)).toEqual([]);
  });

  it('lets go what was no spam, and its clock begins', async () => {
    const ticketId = await write({ from: aStranger(), headers: verdict('spam=FAIL') });
    await untilHeld(ticketId);
    await untilSettled(journey.desk);

    await lena.act(ticketId, 'status', { status: 'open' });

    const { ticket } = await ann.untilTicket(
      ticketId,
      'has a due moment',
      (view) => view.ticket.dueAt !== undefined,
    );
    expect(ticket.status).toBe('open');
    expect(ticket).not.toHaveProperty('held');
    await until('it has left the quarantine', async () =>
      (await quarantine()).every(({ id }) => id !== ticketId),
    );
  });

  it('is for those who may decide', async () => {
    const answers = await Promise.all([
      ann.get('/api/quarantine'),
      ann.get('/api/blocked-senders'),
      ann.get('/api/suppressed'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('a blocked sender', () => {
  it('is held apart even when they answer a ticket, and loses nothing', async () => {
    const from = aStranger('nuisance');
    const first = `<${randomUUID()}@example.net>`;
    const before = await write({ from, messageId: first, subject: 'Hello' });

    await block(from);
    const after = await until(
      'a mail that is held',
      async () => {
        // The list is read anew every ten seconds.
        const ticketId = await write({ from, inReplyTo: first, subject: 'Re: Hello' });
        return ticketId === before ? undefined : ticketId;
      },
      40,
    );

    expect(await untilHeld(after)).toMatchObject({ held: 'blocked' });
    expect((await ann.messages(after))[0]).toMatchObject({
      text: expect.stringContaining('Hello'),
    });
    const { body } = await lena.get<{ blocked: object[] }>('/api/blocked-senders');
    expect(body.blocked).toMatchObject([
      { pattern: from, byName: 'Lena', reason: 'Sells watches' },
    ]);
  });

  it('may write again once that is taken back', async () => {
    await block('@nobody.example');

    const path = `/api/blocked-senders/${encodeURIComponent('@nobody.example')}`;
    const { body } = await lena.remove<{ blocked: { pattern: string }[] }>(path);

    expect(body.blocked.map(({ pattern }) => pattern)).not.toContain('@nobody.example');
  });
});

describe('the suppression list', () => {
  it('stops an answer, shows the address, and frees it', async () => {
    const from = aStranger('gone');
    const ticketId = await write({ from });
    await lena.post('/api/suppressed', { address: from, reason: 'bounce' });

    await ann.reply(ticketId, { text: 'Are you there?' });
    const reply = await until('the answer came back', async () =>
      (await ann.messages(ticketId)).find(
        ({ kind, delivery }) => kind === 'reply' && delivery?.state === 'bounced',
      ),
    );
    expect(reply).toMatchObject({
      delivery: { error: expect.stringContaining('OnAccountSuppressionList') },
    });

    const { body } = await lena.get<{ suppressed: object[] }>('/api/suppressed');
    expect(body.suppressed).toContainEqual(
      expect.objectContaining({ address: from, reason: 'bounce' }),
    );
    const path = `/api/suppressed/${encodeURIComponent(from)}`;
    expect(await lena.remove(path)).toMatchObject({ body: { wasListed: true } });
    expect((await lena.get<{ suppressed: object[] }>('/api/suppressed')).body.suppressed).toEqual(
      [],
    );
  });
});
